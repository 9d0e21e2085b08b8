package org.jingzhun.funding.observed.pairing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.GuardedUpsert;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;

/** Keeps who helps each household, of {@code pairing.pairing}. */
@ApplicationScoped
class PairingProjection implements Projection<HouseholdPairing> {

    private static final String TYPE = "org.jingzhun.pairing.";
    private static final GuardedUpsert<HouseholdPairing> UPSERT = GuardedUpsert.<HouseholdPairing>into(
                    "observed_pairing")
            .key("household_id", "uuid", HouseholdPairing::householdId)
            .column("village_code", "bigint", HouseholdPairing::villageCode)
            .column("helper_name", "text", HouseholdPairing::helperName)
            .column("helper_unit", "text", HouseholdPairing::helperUnit)
            .column("helper_post", "text", HouseholdPairing::helperPost)
            .column("since", "date", HouseholdPairing::since)
            .column("until", "date", HouseholdPairing::until)
            .guardedBy(HouseholdPairing::revision);

    private final Projecting projecting;
    private final AgroalDataSource database;

    PairingProjection(Projecting projecting, AgroalDataSource database) {
        this.projecting = projecting;
        this.database = database;
    }

    @Incoming("pairing")
    void read(ConsumerRecords<String, byte[]> records) {
        projecting.project(this, records);
    }

    @Override
    public String topic() {
        return "pairing.pairing";
    }

    /** Every event carries the whole state of the household's pairing. */
    @Override
    public EventTypes<HouseholdPairing> types() {
        return EventTypes.all(
                HouseholdPairing.class,
                TYPE + "household-paired",
                TYPE + "household-transferred",
                TYPE + "pairing-closed");
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
