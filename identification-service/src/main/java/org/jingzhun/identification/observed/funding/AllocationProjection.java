package org.jingzhun.identification.observed.funding;

import io.agroal.api.AgroalDataSource;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;

/** Keeps what money was approved for each village; what was taken back stands as nothing. */
@ApplicationScoped
class AllocationProjection implements Projection<VillageAllocation> {

    private static final String TYPES = "org.jingzhun.funding.";
    private static final String UPSERT = """
            insert into observed_allocation (plan_id, village_code, source_name, source_level, year, amount_fen,
                                             approved_on, document_number, revision)
            select * from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::integer[], ?::bigint[],
                                 ?::date[], ?::text[], ?::bigint[])
            on conflict (plan_id, village_code) do update set
              source_name = excluded.source_name, source_level = excluded.source_level, year = excluded.year,
              amount_fen = excluded.amount_fen, approved_on = excluded.approved_on,
              document_number = excluded.document_number, revision = excluded.revision
            where excluded.revision > observed_allocation.revision
            """;

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
        try (Connection connection = database.getConnection();
                PreparedStatement rows = connection.prepareStatement(UPSERT)) {
            new Columns(connection, rows, batch)
                    .add("uuid", VillageAllocation::planId)
                    .add("bigint", event -> Long.valueOf(event.villageCode()))
                    .add("text", VillageAllocation::sourceName)
                    .add("text", VillageAllocation::sourceLevel)
                    .add("integer", VillageAllocation::year)
                    .add("bigint", VillageAllocation::amountFen)
                    .add("date", VillageAllocation::approvedOn)
                    .add("text", VillageAllocation::documentNumber)
                    .add("bigint", VillageAllocation::revision);
            rows.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(batch.size() + " allocations could not be kept", failure);
        }
    }

    /** Turns a batch into one array a column. */
    private static final class Columns {

        private final Connection connection;
        private final PreparedStatement statement;
        private final List<VillageAllocation> batch;
        private int next = 1;

        Columns(Connection connection, PreparedStatement statement, List<VillageAllocation> batch) {
            this.connection = connection;
            this.statement = statement;
            this.batch = batch;
        }

        Columns add(String type, Function<VillageAllocation, Object> value) throws SQLException {
            statement.setArray(
                    next++,
                    connection.createArrayOf(type, batch.stream().map(value).toArray()));
            return this;
        }
    }
}
