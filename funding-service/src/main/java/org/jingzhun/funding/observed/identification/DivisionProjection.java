package org.jingzhun.funding.observed.identification;

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
import org.jspecify.annotations.Nullable;

/** Keeps the divisions of {@code identification.village}, villages with their rural population. */
@ApplicationScoped
class DivisionProjection implements Projection<RecordedDivision> {

    private static final GuardedUpsert<RecordedDivision> UPSERT = GuardedUpsert.<RecordedDivision>into(
                    "observed_division")
            .key("code", "bigint", RecordedDivision::code)
            .column("name", "text", RecordedDivision::name)
            .column("level", "text", RecordedDivision::level)
            .column("valid_from", "date", RecordedDivision::validFrom)
            .column("valid_to", "date", RecordedDivision::validTo)
            .column("poor_village", "boolean", event -> Boolean.TRUE.equals(event.poorVillage()))
            .column("households", "bigint", event -> orZero(event.households()))
            .column("persons", "bigint", event -> orZero(event.persons()))
            .guardedBy(RecordedDivision::revision);

    private final Projecting projecting;
    private final AgroalDataSource database;

    DivisionProjection(Projecting projecting, AgroalDataSource database) {
        this.projecting = projecting;
        this.database = database;
    }

    @Incoming("village")
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

    private static long orZero(@Nullable Long count) {
        return Objects.requireNonNullElse(count, 0L);
    }
}
