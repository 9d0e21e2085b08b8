package org.jingzhun.identification.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.household.Household;
import org.jingzhun.identification.published.PersonLeft;

/** Tells the other services who has left a household: nobody is to be paid there in their name any more. */
@ApplicationScoped
class Leaving {

    private final Outbox outbox;
    private final Clock clock;

    Leaving(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Ids alone, no names. A person leaves one household after the other, so that time tells which departure was the last. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(Household left, Kind kind, LocalDate on, List<UUID> persons) {
        long revision = clock.millis();
        outbox.publish(persons.stream()
                .map(person -> new PersonLeft(
                        person, left.id(), DivisionCode.text(left.villageCode()), kind.name(), on, revision))
                .map(event -> new OutboxEvent(event.topic(), event.key(), event.type(), event))
                .toList());
    }
}
