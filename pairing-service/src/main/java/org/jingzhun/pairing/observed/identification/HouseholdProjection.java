package org.jingzhun.pairing.observed.identification;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;
import org.jingzhun.pairing.batch.Columns;

/** Keeps the registered households of {@code identification.register}. */
@ApplicationScoped
class HouseholdProjection implements Projection<RegisteredHousehold> {

    private static final String TYPE = "org.jingzhun.identification.household-";
    private static final String UPSERT = """
            insert into observed_household (id, village_code, hamlet, householder, persons, status, main_cause,
                                            other_causes, ethnicity, revision)
            select id, village_code, hamlet, householder, persons, status, main_cause,
                   array_remove(string_to_array(other_causes, ' '), ''), ethnicity, revision
            from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::bigint[])
              as e (id, village_code, hamlet, householder, persons, status, main_cause, other_causes, ethnicity, revision)
            on conflict (id) do update set
              village_code = excluded.village_code, hamlet = excluded.hamlet, householder = excluded.householder,
              persons = excluded.persons, status = excluded.status, main_cause = excluded.main_cause,
              other_causes = excluded.other_causes, ethnicity = excluded.ethnicity, revision = excluded.revision
            where excluded.revision > observed_household.revision
            """;

    private final Projecting projecting;
    private final AgroalDataSource database;

    HouseholdProjection(Projecting projecting, AgroalDataSource database) {
        this.projecting = projecting;
        this.database = database;
    }

    @Incoming("register")
    void read(ConsumerRecords<String, byte[]> records) {
        projecting.project(this, records);
    }

    @Override
    public String topic() {
        return "identification.register";
    }

    /** Every event of the register carries the household's whole state. */
    @Override
    public EventTypes<RegisteredHousehold> types() {
        return EventTypes.all(
                RegisteredHousehold.class,
                TYPE + "registered",
                TYPE + "changed",
                TYPE + "exited",
                TYPE + "returned",
                TYPE + "rolled-back",
                TYPE + "removed",
                TYPE + "monitored");
    }

    @Override
    public Object keyOf(RegisteredHousehold event) {
        return event.householdId();
    }

    @Override
    public long revisionOf(RegisteredHousehold event) {
        return event.revision();
    }

    @Override
    public void apply(List<RegisteredHousehold> batch) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            new Columns<>(upsert, batch)
                    .set("uuid", RegisteredHousehold::householdId)
                    .set("bigint", RegisteredHousehold::villageCode)
                    .set("text", event -> Objects.requireNonNullElse(event.hamlet(), ""))
                    .set("text", event -> Objects.requireNonNullElse(event.householder(), ""))
                    .set("integer", RegisteredHousehold::persons)
                    .set("text", RegisteredHousehold::status)
                    .set("text", event -> Objects.requireNonNullElse(event.mainCause(), "OTHER"))
                    .set("text", HouseholdProjection::otherCauses)
                    .set("text", RegisteredHousehold::ethnicity)
                    .set("bigint", RegisteredHousehold::revision);
            upsert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Households of the register could not be kept", failure);
        }
    }

    private static String otherCauses(RegisteredHousehold event) {
        return event.otherCauses() == null ? "" : String.join(" ", event.otherCauses());
    }
}
