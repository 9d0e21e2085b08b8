package org.jingzhun.funding.observed.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;
import org.jingzhun.funding.query.Database;

/** Keeps the registered households of {@code identification.register}. */
@ApplicationScoped
class HouseholdProjection implements Projection<RegisteredHousehold> {

    private static final String TYPE = "org.jingzhun.identification.household-";
    private static final String UPSERT = """
            insert into observed_household (id, village_code, persons, status, revision)
            select * from unnest(?::uuid[], ?::bigint[], ?::integer[], ?::text[], ?::bigint[])
            on conflict (id) do update set
              village_code = excluded.village_code, persons = excluded.persons, status = excluded.status,
              revision = excluded.revision
            where excluded.revision > observed_household.revision
            """;

    private final Projecting projecting;
    private final Database database;

    HouseholdProjection(Projecting projecting, Database database) {
        this.projecting = projecting;
        this.database = database;
    }

    @Incoming("register")
    void read(ConsumerRecords<String, byte[]> records) {
        projecting.project(this, records);
    }

    @Override
    public String topic() {
        return "identification.register";
    }

    /** Every event of the register carries the household's whole state. */
    @Override
    public EventTypes<RegisteredHousehold> types() {
        return EventTypes.all(
                RegisteredHousehold.class,
                TYPE + "registered",
                TYPE + "changed",
                TYPE + "exited",
                TYPE + "returned",
                TYPE + "rolled-back",
                TYPE + "removed",
                TYPE + "monitored");
    }

    @Override
    public Object keyOf(RegisteredHousehold event) {
        return event.householdId();
    }

    @Override
    public long revisionOf(RegisteredHousehold event) {
        return event.revision();
    }

    @Override
    public void apply(List<RegisteredHousehold> batch) {
        database.execute(
                UPSERT,
                batch.stream().map(e -> e.householdId().toString()).toArray(),
                batch.stream().map(e -> Long.valueOf(e.villageCode())).toArray(Long[]::new),
                batch.stream().map(e -> (long) e.persons()).toArray(Long[]::new),
                batch.stream().map(RegisteredHousehold::status).toArray(),
                batch.stream().map(RegisteredHousehold::revision).toArray(Long[]::new));
    }
}
