package org.jingzhun.pairing.observed.identification;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.GuardedUpsert;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;

/** Keeps the registered and the monitored households of {@code identification.register}. */
@ApplicationScoped
class HouseholdProjection implements Projection<RegisterEvent> {

    private static final String TYPE = "org.jingzhun.identification.household-";
    private static final GuardedUpsert<RegisteredHousehold> UPSERT = GuardedUpsert.<RegisteredHousehold>into(
                    "observed_household")
            .key("id", "uuid", RegisteredHousehold::householdId)
            .column("village_code", "bigint", RegisteredHousehold::villageCode)
            .column("hamlet", "text", event -> Objects.requireNonNullElse(event.hamlet(), ""))
            .column("householder", "text", event -> Objects.requireNonNullElse(event.householder(), ""))
            .column("persons", "integer", RegisteredHousehold::persons)
            .column("status", "text", RegisteredHousehold::status)
            .column("main_cause", "text", event -> Objects.requireNonNullElse(event.mainCause(), "OTHER"))
            .words("other_causes", HouseholdProjection::otherCauses)
            .column("ethnicity", "text", RegisteredHousehold::ethnicity)
            .column("labourers", "integer", RegisteredHousehold::labourers)
            .column("attribute", "text", RegisteredHousehold::attribute)
            .column("registered_on", "date", RegisteredHousehold::registeredOn)
            .guardedBy(RegisteredHousehold::revision);
    private static final GuardedUpsert<MonitoredHousehold> MONITORED = GuardedUpsert.<MonitoredHousehold>into(
                    "observed_monitoring")
            .key("monitoring_id", "uuid", MonitoredHousehold::monitoringId)
            .column("household_id", "uuid", MonitoredHousehold::householdId)
            .column("village_code", "bigint", MonitoredHousehold::villageCode)
            .column("persons", "integer", MonitoredHousehold::persons)
            .column("monitoring_class", "text", MonitoredHousehold::monitoringClass)
            .column("monitored_on", "date", MonitoredHousehold::monitoredOn)
            .column("closed_on", "date", MonitoredHousehold::closedOn)
            .guardedBy(MonitoredHousehold::revision);

    private static final GuardedUpsert<RegisteredHousehold> STATUS = GuardedUpsert.<RegisteredHousehold>into(
                    "observed_status")
            .key("household_id", "uuid", RegisteredHousehold::householdId)
            .key("since", "date", RegisteredHousehold::statusSince)
            .key("status", "text", RegisteredHousehold::status)
            .column("village_code", "bigint", RegisteredHousehold::villageCode)
            .column("document", "text", RegisteredHousehold::documentNumber)
            .guardedBy(RegisteredHousehold::revision);

    private static final GuardedUpsert<RegisteredHousehold> EXITS = GuardedUpsert.<RegisteredHousehold>into(
                    "observed_exit")
            .key("household_id", "uuid", RegisteredHousehold::householdId)
            .key("exited_on", "date", RegisteredHousehold::exitedOn)
            .column("village_code", "bigint", RegisteredHousehold::villageCode)
            .column("persons", "integer", RegisteredHousehold::persons)
            .column("exit_year", "integer", RegisteredHousehold::exitYear)
            .guardedBy(RegisteredHousehold::revision);

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

    /** Every event carries the whole state of what it is about: an entry of the register, or a case of monitoring. */
    @Override
    public EventTypes<RegisterEvent> types() {
        return new EventTypes<RegisterEvent>(Map.of(
                TYPE + "registered", RegisteredHousehold.class,
                TYPE + "changed", RegisteredHousehold.class,
                TYPE + "exited", RegisteredHousehold.class,
                TYPE + "returned", RegisteredHousehold.class,
                TYPE + "rolled-back", RegisteredHousehold.class,
                TYPE + "removed", RegisteredHousehold.class,
                TYPE + "monitored", MonitoredHousehold.class,
                TYPE + "monitoring-closed", MonitoredHousehold.class));
    }

    @Override
    public Object keyOf(RegisterEvent event) {
        return event.key();
    }

    @Override
    public long revisionOf(RegisterEvent event) {
        return event.revision();
    }

    @Override
    public void apply(List<RegisterEvent> batch) {
        List<RegisteredHousehold> registered = new ArrayList<>();
        List<MonitoredHousehold> monitored = new ArrayList<>();
        for (RegisterEvent event : batch) {
            switch (event) {
                case RegisteredHousehold household -> registered.add(household);
                case MonitoredHousehold household -> monitored.add(household);
            }
        }
        UPSERT.apply(database, registered);
        MONITORED.apply(database, monitored);
    }

    /** A household may leave poverty and return within one batch: each step is kept, not the last alone. */
    @Override
    public void applyHistory(List<RegisterEvent> batch) {
        List<RegisteredHousehold> registered = batch.stream()
                .filter(RegisteredHousehold.class::isInstance)
                .map(RegisteredHousehold.class::cast)
                .toList();
        STATUS.apply(
                database,
                newest(
                        registered.stream().filter(event -> event.statusSince() != null),
                        event -> List.of(
                                event.householdId(), Objects.requireNonNull(event.statusSince()), event.status())));
        EXITS.apply(
                database,
                newest(
                        registered.stream().filter(HouseholdProjection::hasExited),
                        event -> List.of(event.householdId(), Objects.requireNonNull(event.exitedOn()))));
    }

    /** Of each step the newest telling: one statement writes a row once. */
    private static List<RegisteredHousehold> newest(
            Stream<RegisteredHousehold> events, Function<RegisteredHousehold, List<Object>> step) {
        return List.copyOf(events.collect(Collectors.toMap(
                        step, Function.identity(), (one, other) -> one.revision() >= other.revision() ? one : other))
                .values());
    }

    private static boolean hasExited(RegisteredHousehold event) {
        return event.exitedOn() != null && event.exitYear() != null;
    }

    private static String otherCauses(RegisteredHousehold event) {
        return event.otherCauses() == null ? "" : String.join(" ", event.otherCauses());
    }
}
