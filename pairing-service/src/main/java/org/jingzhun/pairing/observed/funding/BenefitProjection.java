package org.jingzhun.pairing.observed.funding;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.GuardedUpsert;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;

/** Keeps what {@code funding.benefit} tells of each household; what went back stands as returned. */
@ApplicationScoped
class BenefitProjection implements Projection<BenefitEvent> {

    private static final String TYPES = "org.jingzhun.funding.";
    private static final GuardedUpsert<BenefitEvent.Kept> UPSERT = GuardedUpsert.<BenefitEvent.Kept>into(
                    "observed_benefit")
            .key("payment_id", "uuid", BenefitEvent.Kept::id)
            .column("household_id", "uuid", BenefitEvent.Kept::householdId)
            .column("village_code", "bigint", BenefitEvent.Kept::villageCode)
            .column("benefit", "text", BenefitEvent.Kept::benefit)
            .column("year", "integer", BenefitEvent.Kept::year)
            .column("fen", "bigint", BenefitEvent.Kept::fen)
            .column("state", "text", BenefitEvent.Kept::state)
            .column("paid_on", "date", BenefitEvent.Kept::paidOn)
            .column("source_name", "text", BenefitEvent.Kept::sourceName)
            .guardedBy(BenefitEvent.Kept::revision);

    private final Projecting projecting;
    private final AgroalDataSource database;

    BenefitProjection(Projecting projecting, AgroalDataSource database) {
        this.projecting = projecting;
        this.database = database;
    }

    @Incoming("benefits")
    void read(ConsumerRecords<String, byte[]> records) {
        projecting.project(this, records);
    }

    @Override
    public String topic() {
        return "funding.benefit";
    }

    @Override
    public EventTypes<BenefitEvent> types() {
        return new EventTypes<>(Map.of(
                TYPES + "benefit-paid", BenefitEvent.BenefitPaid.class,
                TYPES + "dividend-paid", BenefitEvent.DividendPaid.class));
    }

    @Override
    public Object keyOf(BenefitEvent event) {
        return event.kept().id();
    }

    @Override
    public long revisionOf(BenefitEvent event) {
        return event.kept().revision();
    }

    @Override
    public void apply(List<BenefitEvent> batch) {
        UPSERT.apply(database, batch.stream().map(BenefitEvent::kept).toList());
    }
}
