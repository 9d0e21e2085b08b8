package org.jingzhun.identification.observed.funding;

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

/** Keeps what money was approved for each village; what was taken back stands as nothing. */
@ApplicationScoped
class AllocationProjection implements Projection<VillageAllocation> {

    private static final String TYPES = "org.jingzhun.funding.";
    private static final GuardedUpsert<VillageAllocation> UPSERT = GuardedUpsert.<VillageAllocation>into(
                    "observed_allocation")
            .key("plan_id", "uuid", VillageAllocation::planId)
            .key("village_code", "bigint", VillageAllocation::villageCode)
            .column("source_name", "text", VillageAllocation::sourceName)
            .column("source_level", "text", VillageAllocation::sourceLevel)
            .column("year", "integer", VillageAllocation::year)
            .column("amount_fen", "bigint", VillageAllocation::amountFen)
            .column("approved_on", "date", VillageAllocation::approvedOn)
            .column("document_number", "text", VillageAllocation::documentNumber)
            .guardedBy(VillageAllocation::revision);

    private final AgroalDataSource database;
    private final Projecting projecting;

    AllocationProjection(AgroalDataSource database, Projecting projecting) {
        this.database = database;
        this.projecting = projecting;
    }

    private record Key(Object plan, String village) {}

    @Incoming("allocation")
    @Blocking
    void read(ConsumerRecords<String, byte[]> records) {
        projecting.project(this, records);
    }

    @Override
    public String topic() {
        return "funding.allocation";
    }

    @Override
    public EventTypes<VillageAllocation> types() {
        return EventTypes.all(VillageAllocation.class, TYPES + "allocation-approved", TYPES + "allocation-withdrawn");
    }

    @Override
    public Object keyOf(VillageAllocation event) {
        return new Key(event.planId(), event.villageCode());
    }

    @Override
    public long revisionOf(VillageAllocation event) {
        return event.revision();
    }

    @Override
    public void apply(List<VillageAllocation> batch) {
        UPSERT.apply(database, batch);
    }
}
