package org.jingzhun.identification.observed.pairing;

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
import org.jspecify.annotations.Nullable;

/** Keeps who helps each household. */
@ApplicationScoped
class PairingProjection implements Projection<HouseholdPairing> {

    private static final String TYPES = "org.jingzhun.pairing.";
    private static final String UPSERT = """
            insert into observed_pairing (household_id, pairing_id, village_code, helper_id, helper_name, helper_unit,
                                          helper_post, since, until, state, revision)
            select * from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                                 ?::date[], ?::date[], ?::text[], ?::bigint[])
            on conflict (household_id) do update set
              pairing_id = excluded.pairing_id, village_code = excluded.village_code, helper_id = excluded.helper_id,
              helper_name = excluded.helper_name, helper_unit = excluded.helper_unit,
              helper_post = excluded.helper_post, since = excluded.since, until = excluded.until,
              state = excluded.state, revision = excluded.revision
            where excluded.revision > observed_pairing.revision
            """;

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
        try (Connection connection = database.getConnection();
                PreparedStatement rows = connection.prepareStatement(UPSERT)) {
            new Columns(connection, rows, batch)
                    .add("uuid", HouseholdPairing::householdId)
                    .add("uuid", HouseholdPairing::pairingId)
                    .add("bigint", event -> Long.valueOf(event.villageCode()))
                    .add("uuid", HouseholdPairing::helperId)
                    .add("text", HouseholdPairing::helperName)
                    .add("text", HouseholdPairing::helperUnit)
                    .add("text", HouseholdPairing::helperPost)
                    .add("date", HouseholdPairing::since)
                    .add("date", HouseholdPairing::until)
                    .add("text", HouseholdPairing::state)
                    .add("bigint", HouseholdPairing::revision);
            rows.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(batch.size() + " pairings could not be kept", failure);
        }
    }

    /** Turns a batch into one array a column. */
    private static final class Columns {

        private final Connection connection;
        private final PreparedStatement statement;
        private final List<HouseholdPairing> batch;
        private int next = 1;

        Columns(Connection connection, PreparedStatement statement, List<HouseholdPairing> batch) {
            this.connection = connection;
            this.statement = statement;
            this.batch = batch;
        }

        Columns add(String type, Function<HouseholdPairing, @Nullable Object> value) throws SQLException {
            statement.setArray(
                    next++,
                    connection.createArrayOf(type, batch.stream().map(value).toArray()));
            return this;
        }
    }
}
