package org.jingzhun.pairing.observed.identification;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;
import org.jingzhun.pairing.batch.Columns;

/** Keeps the divisions of {@code identification.village}. */
@ApplicationScoped
class DivisionProjection implements Projection<RecordedDivision> {

    private static final String UPSERT = """
            insert into observed_division (code, name, level, parent, valid_from, valid_to, poor_village, revision)
            select * from unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::date[], ?::date[], ?::boolean[],
                                 ?::bigint[])
            on conflict (code) do update set
              name = excluded.name, level = excluded.level, parent = excluded.parent, valid_from = excluded.valid_from,
              valid_to = excluded.valid_to, poor_village = excluded.poor_village, revision = excluded.revision
            where excluded.revision > observed_division.revision
            """;

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
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            new Columns<>(upsert, batch)
                    .set("bigint", RecordedDivision::code)
                    .set("text", RecordedDivision::name)
                    .set("text", RecordedDivision::level)
                    .set("bigint", RecordedDivision::parent)
                    .set("date", RecordedDivision::validFrom)
                    .set("date", RecordedDivision::validTo)
                    .set("boolean", RecordedDivision::poorVillage)
                    .set("bigint", RecordedDivision::revision);
            upsert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Divisions could not be kept", failure);
        }
    }
}
