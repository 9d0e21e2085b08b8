package org.jingzhun.identification.observed.funding;

import io.agroal.api.AgroalDataSource;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.GuardedUpsert;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;

/** Keeps what each household received; what went back stands as returned. */
@ApplicationScoped
class BenefitProjection implements Projection<BenefitEvent> {

    private static final String TYPES = "org.jingzhun.funding.";
    private static final GuardedUpsert<BenefitEvent.Kept> UPSERT = GuardedUpsert.<BenefitEvent.Kept>into(
                    "observed_benefit")
            .key("id", "uuid", BenefitEvent.Kept::id)
            .column("kind", "text", BenefitEvent.Kept::kind)
            .column("household_id", "uuid", BenefitEvent.Kept::householdId)
            .column("village_code", "bigint", BenefitEvent.Kept::villageCode)
            .column("benefit", "text", BenefitEvent.Kept::benefit)
            .column("asset_id", "uuid", BenefitEvent.Kept::assetId)
            .column("year", "integer", BenefitEvent.Kept::year)
            .column("amount_fen", "bigint", BenefitEvent.Kept::amount)
            .column("floor_fen", "bigint", BenefitEvent.Kept::floor)
            .column("dividend_fen", "bigint", BenefitEvent.Kept::dividend)
            .column("state", "text", BenefitEvent.Kept::state)
            .column("paid_on", "date", BenefitEvent.Kept::paidOn)
            .column("source_name", "text", BenefitEvent.Kept::sourceName)
            .guardedBy(BenefitEvent.Kept::revision);

    private final AgroalDataSource database;
    private final Projecting projecting;

    BenefitProjection(AgroalDataSource database, Projecting projecting) {
        this.database = database;
        this.projecting = projecting;
    }

    @Incoming("benefit")
    @Blocking
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
