package org.jingzhun.pairing.observed.identification;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.GuardedUpsert;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;

/** Keeps the divisions of {@code identification.village}. */
@ApplicationScoped
class DivisionProjection implements Projection<RecordedDivision> {

    private static final GuardedUpsert<RecordedDivision> UPSERT = GuardedUpsert.<RecordedDivision>into(
                    "observed_division")
            .key("code", "bigint", RecordedDivision::code)
            .column("name", "text", RecordedDivision::name)
            .column("level", "text", RecordedDivision::level)
            .column("parent", "bigint", RecordedDivision::parent)
            .column("valid_from", "date", RecordedDivision::validFrom)
            .column("valid_to", "date", RecordedDivision::validTo)
            .column("poor_village", "boolean", RecordedDivision::poorVillage)
            .column("exited_on", "date", RecordedDivision::exitedOn)
            .guardedBy(RecordedDivision::revision);

    private final Projecting projecting;
    private final AgroalDataSource database;

    DivisionProjection(Projecting projecting, AgroalDataSource database) {
        this.projecting = projecting;
        this.database = database;
    }

    @Incoming("villages")
    void read(ConsumerRecords<String, byte[]> records) {
        projecting.project(this, records);
    }

    @Override
    public String topic() {
        return "identification.village";
    }

    @Override
    public EventTypes<RecordedDivision> types() {
        return EventTypes.all(RecordedDivision.class, "org.jingzhun.identification.division-recorded");
    }

    @Override
    public Object keyOf(RecordedDivision event) {
        return event.code();
    }

    @Override
    public long revisionOf(RecordedDivision event) {
        return event.revision();
    }

    @Override
    public void apply(List<RecordedDivision> batch) {
        UPSERT.apply(database, batch);
    }
}
