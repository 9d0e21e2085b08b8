package org.jingzhun.pairing.observed.identification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Keeps who lives in each household, as {@code identification.member} tells. */
@ApplicationScoped
class MemberProjection implements Projection<ToldMembers> {

    private static final String TYPE = "org.jingzhun.identification.household-members-recorded";

    private final GuardedUpsert<ToldMembers> upsert = GuardedUpsert.<ToldMembers>into("observed_members")
            .key("household_id", "uuid", ToldMembers::householdId)
            .column("village_code", "bigint", ToldMembers::villageCode)
            .column("members", "jsonb", this::text)
            .guardedBy(ToldMembers::revision);

    private final Projecting projecting;
    private final AgroalDataSource database;
    private final ObjectMapper json;

    MemberProjection(Projecting projecting, AgroalDataSource database, ObjectMapper json) {
        this.projecting = projecting;
        this.database = database;
        this.json = json;
    }

    @Incoming("members")
    void read(ConsumerRecords<String, byte[]> records) {
        projecting.project(this, records);
    }

    @Override
    public String topic() {
        return "identification.member";
    }

    @Override
    public EventTypes<ToldMembers> types() {
        return new EventTypes<>(Map.of(TYPE, ToldMembers.class));
    }

    @Override
    public Object keyOf(ToldMembers event) {
        return event.householdId();
    }

    @Override
    public long revisionOf(ToldMembers event) {
        return event.revision();
    }

    @Override
    public void apply(List<ToldMembers> batch) {
        upsert.apply(database, batch);
    }

    private String text(ToldMembers event) {
        try {
            return json.writeValueAsString(event.members());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("members that were read must be writable", impossible);
        }
    }
}
