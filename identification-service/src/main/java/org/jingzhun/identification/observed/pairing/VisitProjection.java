package org.jingzhun.identification.observed.pairing;

import io.agroal.api.AgroalDataSource;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.batch.Columns;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;

/** Keeps the visits of helpers. A visit never changes: what comes again is passed over. */
@ApplicationScoped
class VisitProjection implements Projection<RecordedVisit> {

    private static final String KEEP = """
            insert into observed_visit (visit_id, household_id, village_code, helper_id, helper_name, visited_on, risks, corrects)
            select v.id, v.household, v.village, v.helper, v.name, v.day, array_remove(string_to_array(v.risks, ' '), ''),
                   v.corrects
            from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::date[], ?::text[], ?::uuid[])
              as v (id, household, village, helper, name, day, risks, corrects)
            on conflict (visit_id) do nothing
            returning visit_id
            """;

    private final AgroalDataSource database;
    private final Projecting projecting;
    private final Event<ObservedVisits> observed;

    VisitProjection(AgroalDataSource database, Projecting projecting, Event<ObservedVisits> observed) {
        this.database = database;
        this.projecting = projecting;
        this.observed = observed;
    }

    @Incoming("visit")
    @Blocking
    void read(ConsumerRecords<String, byte[]> records) {
        projecting.project(this, records);
    }

    @Override
    public String topic() {
        return "pairing.visit";
    }

    @Override
    public EventTypes<RecordedVisit> types() {
        return EventTypes.all(RecordedVisit.class, "org.jingzhun.pairing.visit-recorded");
    }

    @Override
    public Object keyOf(RecordedVisit event) {
        return event.visitId();
    }

    /** A visit has one. */
    @Override
    public long revisionOf(RecordedVisit event) {
        return 1;
    }

    @Override
    public void apply(List<RecordedVisit> batch) {
        Set<UUID> fresh = keep(batch);
        observed.fire(new ObservedVisits(batch.stream()
                .filter(visit -> fresh.contains(visit.visitId()))
                .map(RecordedVisit::told)
                .toList()));
    }

    private Set<UUID> keep(List<RecordedVisit> batch) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(KEEP)) {
            Columns<RecordedVisit> arrays = new Columns<>(statement, batch);
            arrays.set("uuid", RecordedVisit::visitId);
            arrays.set("uuid", RecordedVisit::householdId);
            arrays.set("bigint", RecordedVisit::villageCode);
            arrays.set("uuid", RecordedVisit::helperId);
            arrays.set("text", RecordedVisit::helperName);
            arrays.set("date", RecordedVisit::visitedOn);
            arrays.set("text", visit -> String.join(" ", Objects.requireNonNullElse(visit.risks(), List.of())));
            arrays.set("uuid", RecordedVisit::corrects);
            Set<UUID> fresh = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    fresh.add(row.getObject(1, UUID.class));
                }
            }
            return fresh;
        } catch (SQLException failure) {
            throw new IllegalStateException("A batch of %d visits could not be kept".formatted(batch.size()), failure);
        }
    }
}
