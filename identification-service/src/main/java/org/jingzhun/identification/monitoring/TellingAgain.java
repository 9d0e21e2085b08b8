package org.jingzhun.identification.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.identification.household.Recounted;
import org.jingzhun.identification.published.IdentificationEvent;

/** Tells the others again of a monitored household when its members, its householder or its village have changed. */
@ApplicationScoped
class TellingAgain {

    private static final String TOLD =
            "told_village = h.village_code, told_hamlet = h.hamlet, told_householder = h.householder, told_persons = h.persons";
    private static final String REMEMBER =
            "update monitoring_case c set " + TOLD + " from household h where c.id = :id and h.id = c.household_id";
    private static final String CHANGED = """
            update monitoring_case c set {told}, revision = c.revision + 1
            from household h
            where h.id = c.household_id and c.monitored_on is not null and c.ended_on is null
              and c.village_code between :from and :to
              and (c.told_village, c.told_hamlet, c.told_householder, c.told_persons)
                  is distinct from (h.village_code, h.hamlet, h.householder, h.persons)
            returning c.id
            """.replace("{told}", TOLD);

    private final Session database;
    private final MonitoringCases cases;
    private final Outbox outbox;
    private final CurrentCaller caller;

    TellingAgain(Session database, MonitoringCases cases, Outbox outbox, CurrentCaller caller) {
        this.database = database;
        this.cases = cases;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** Remembers what is just being told of a case. */
    void remember(UUID id) {
        database.createNativeMutationQuery(REMEMBER).setParameter("id", id).executeUpdate();
    }

    /** In the transaction that changes the households. */
    void onChange(@Observes Recounted recounted) {
        database.flush();
        List<UUID> changed = database.createNativeQuery(CHANGED, UUID.class)
                .setParameter("from", recounted.from())
                .setParameter("to", recounted.to())
                .getResultList();
        String me = caller.get().subject();
        outbox.publish(changed.stream().map(id -> event(id, me)).toList());
    }

    private OutboxEvent event(UUID id, String me) {
        IdentificationEvent event = MonitoringEvents.monitored(cases.get(id, me));
        return new OutboxEvent(event.topic(), event.key(), event.type(), event);
    }
}
