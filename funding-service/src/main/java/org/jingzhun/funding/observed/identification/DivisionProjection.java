package org.jingzhun.funding.observed.identification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;
import org.jingzhun.funding.query.Database;
import org.jspecify.annotations.Nullable;

/** Keeps the divisions of {@code identification.village}, villages with their rural population. */
@ApplicationScoped
class DivisionProjection implements Projection<RecordedDivision> {

    private static final String UPSERT = """
            insert into observed_division (code, name, level, valid_from, valid_to, poor_village, households, persons, revision)
            select * from unnest(?::bigint[], ?::text[], ?::text[], ?::date[], ?::date[], ?::boolean[], ?::bigint[],
                                 ?::bigint[], ?::bigint[])
            on conflict (code) do update set
              name = excluded.name, level = excluded.level, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
              poor_village = excluded.poor_village, households = excluded.households, persons = excluded.persons,
              revision = excluded.revision
            where excluded.revision > observed_division.revision
            """;

    private final Projecting projecting;
    private final Database database;

    DivisionProjection(Projecting projecting, Database database) {
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
        database.execute(
                UPSERT,
                batch.stream().map(e -> Long.valueOf(e.code())).toArray(Long[]::new),
                batch.stream().map(RecordedDivision::name).toArray(),
                batch.stream().map(RecordedDivision::level).toArray(),
                batch.stream().map(e -> e.validFrom().toString()).toArray(),
                batch.stream()
                        .map(e -> e.validTo() == null ? null : e.validTo().toString())
                        .toArray(),
                batch.stream()
                        .map(e -> Boolean.TRUE.equals(e.poorVillage()) ? "true" : "false")
                        .toArray(),
                batch.stream().map(e -> orZero(e.households())).toArray(Long[]::new),
                batch.stream().map(e -> orZero(e.persons())).toArray(Long[]::new),
                batch.stream().map(RecordedDivision::revision).toArray(Long[]::new));
    }

    private static long orZero(@Nullable Long count) {
        return Objects.requireNonNullElse(count, 0L);
    }
}
