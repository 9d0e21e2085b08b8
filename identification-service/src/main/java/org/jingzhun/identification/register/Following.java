package org.jingzhun.identification.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.identification.published.HouseholdChanged;

/** Keeps entries of the register in step with their households, and tells others (信息变更). */
@ApplicationScoped
public class Following {

    private static final String FOLLOW = """
            update register_entry e set village_code = h.village_code, hamlet = h.hamlet, householder = h.householder,
              persons = h.persons, labourers = h.labourers, ethnicity = coalesce(head.ethnicity, e.ethnicity),
              revision = e.revision + 1
            from household h
            left join member head on head.household_id = h.id and head.relation = 'HEAD'
            where h.id = :household and e.household_id = h.id and h.persons > 0
              and (e.village_code, e.hamlet, e.householder, e.persons, e.labourers, e.ethnicity)
                  is distinct from (h.village_code, h.hamlet, h.householder, h.persons, h.labourers,
                                    coalesce(head.ethnicity, e.ethnicity))
            returning e.*
            """;

    private final Session database;
    private final Outbox outbox;

    Following(Session database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Does nothing for a household that is not on the register. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(UUID household) {
        outbox.publish(
                database
                        .createNativeQuery(FOLLOW, Tuple.class)
                        .setParameter("household", household)
                        .getResultList()
                        .stream()
                        .map(row -> new HouseholdChanged(EntryEvents.state(row)))
                        .map(event -> new OutboxEvent(event.topic(), event.key(), event.type(), event))
                        .toList());
    }
}
