package org.jingzhun.pairing.observed.identification;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.GuardedUpsert;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;

/** Keeps the registered households of {@code identification.register}. */
@ApplicationScoped
class HouseholdProjection implements Projection<RegisteredHousehold> {

    private static final String TYPE = "org.jingzhun.identification.household-";
    private static final GuardedUpsert<RegisteredHousehold> UPSERT = GuardedUpsert.<RegisteredHousehold>into(
                    "observed_household")
            .key("id", "uuid", RegisteredHousehold::householdId)
            .column("village_code", "bigint", RegisteredHousehold::villageCode)
            .column("hamlet", "text", event -> Objects.requireNonNullElse(event.hamlet(), ""))
            .column("householder", "text", event -> Objects.requireNonNullElse(event.householder(), ""))
            .column("persons", "integer", RegisteredHousehold::persons)
            .column("status", "text", RegisteredHousehold::status)
            .column("main_cause", "text", event -> Objects.requireNonNullElse(event.mainCause(), "OTHER"))
            .words("other_causes", HouseholdProjection::otherCauses)
            .column("ethnicity", "text", RegisteredHousehold::ethnicity)
            .guardedBy(RegisteredHousehold::revision);

    private final Projecting projecting;
    private final AgroalDataSource database;

    HouseholdProjection(Projecting projecting, AgroalDataSource database) {
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
        UPSERT.apply(database, batch);
    }

    private static String otherCauses(RegisteredHousehold event) {
        return event.otherCauses() == null ? "" : String.join(" ", event.otherCauses());
    }
}
