package org.jingzhun.pairing.announcing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.pairing.published.Announcement;

/** Tells others what changed, in the transaction of the change. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Announcing {

    private final Outbox outbox;

    Announcing(Outbox outbox) {
        this.outbox = outbox;
    }

    public void tell(Announcement one) {
        tell(List.of(one));
    }

    public void tell(List<? extends Announcement> many) {
        outbox.publish(many.stream()
                .map(each -> new OutboxEvent(
                        each.type().topic(), each.key().toString(), each.type().code(), each))
                .toList());
    }
}
