package org.jingzhun.identification.observed.pairing;

import io.agroal.api.AgroalDataSource;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.GuardedUpsert;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;

/** Keeps who helps each household. */
@ApplicationScoped
class PairingProjection implements Projection<HouseholdPairing> {

    private static final String TYPES = "org.jingzhun.pairing.";
    private static final GuardedUpsert<HouseholdPairing> UPSERT = GuardedUpsert.<HouseholdPairing>into(
                    "observed_pairing")
            .key("household_id", "uuid", HouseholdPairing::householdId)
            .column("pairing_id", "uuid", HouseholdPairing::pairingId)
            .column("village_code", "bigint", HouseholdPairing::villageCode)
            .column("helper_id", "uuid", HouseholdPairing::helperId)
            .column("helper_name", "text", HouseholdPairing::helperName)
            .column("helper_unit", "text", HouseholdPairing::helperUnit)
            .column("helper_post", "text", HouseholdPairing::helperPost)
            .column("since", "date", HouseholdPairing::since)
            .column("until", "date", HouseholdPairing::until)
            .column("state", "text", HouseholdPairing::state)
            .guardedBy(HouseholdPairing::revision);

    private final AgroalDataSource database;
    private final Projecting projecting;

    PairingProjection(AgroalDataSource database, Projecting projecting) {
        this.database = database;
        this.projecting = projecting;
    }

    @Incoming("pairing")
    @Blocking
    void read(ConsumerRecords<String, byte[]> records) {
        projecting.project(this, records);
    }

    @Override
    public String topic() {
        return "pairing.pairing";
    }

    @Override
    public EventTypes<HouseholdPairing> types() {
        return EventTypes.all(
                HouseholdPairing.class,
                TYPES + "household-paired",
                TYPES + "household-transferred",
                TYPES + "pairing-closed");
    }

    @Override
    public Object keyOf(HouseholdPairing event) {
        return event.householdId();
    }

    @Override
    public long revisionOf(HouseholdPairing event) {
        return event.revision();
    }

    @Override
    public void apply(List<HouseholdPairing> batch) {
        UPSERT.apply(database, batch);
    }
}
