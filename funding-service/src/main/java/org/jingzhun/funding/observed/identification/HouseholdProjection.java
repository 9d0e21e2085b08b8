package org.jingzhun.funding.observed.identification;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jingzhun.chassis.projection.EventTypes;
import org.jingzhun.chassis.projection.GuardedUpsert;
import org.jingzhun.chassis.projection.Projecting;
import org.jingzhun.chassis.projection.Projection;

/** Keeps the registered and the monitored households, exits and who left a household of {@code identification.register}. */
@ApplicationScoped
class HouseholdProjection implements Projection<RegisterEvent> {

    private static final String TYPE = "org.jingzhun.identification.household-";
    private static final GuardedUpsert<RegisteredHousehold> UPSERT = GuardedUpsert.<RegisteredHousehold>into(
                    "observed_household")
            .key("id", "uuid", RegisteredHousehold::householdId)
            .column("village_code", "bigint", RegisteredHousehold::villageCode)
            .column("persons", "integer", RegisteredHousehold::persons)
            .column("labourers", "integer", RegisteredHousehold::labourers)
            .column("status", "text", RegisteredHousehold::status)
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
    private static final GuardedUpsert<RegisteredHousehold> EXITED = GuardedUpsert.<RegisteredHousehold>into(
                    "observed_exit")
            .key("household_id", "uuid", RegisteredHousehold::householdId)
            .column("village_code", "bigint", RegisteredHousehold::villageCode)
            .column("exited_on", "date", RegisteredHousehold::exitedOn)
            .guardedBy(RegisteredHousehold::revision);
    private static final GuardedUpsert<DepartedPerson> DEPARTED = GuardedUpsert.<DepartedPerson>into(
                    "observed_departure")
            .key("person_id", "uuid", DepartedPerson::personId)
            .column("household_id", "uuid", DepartedPerson::householdId)
            .column("village_code", "bigint", DepartedPerson::villageCode)
            .column("reason", "text", DepartedPerson::reason)
            .column("left_on", "date", DepartedPerson::on)
            .guardedBy(DepartedPerson::revision);

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

    /** Every event carries the whole state of what it is about: an entry of the register, a case of monitoring, a person. */
    @Override
    public EventTypes<RegisterEvent> types() {
        return new EventTypes<RegisterEvent>(Map.of(
                TYPE + "registered",
                RegisteredHousehold.class,
                TYPE + "changed",
                RegisteredHousehold.class,
                TYPE + "exited",
                RegisteredHousehold.class,
                TYPE + "returned",
                RegisteredHousehold.class,
                TYPE + "rolled-back",
                RegisteredHousehold.class,
                TYPE + "removed",
                RegisteredHousehold.class,
                TYPE + "monitored",
                MonitoredHousehold.class,
                TYPE + "monitoring-closed",
                MonitoredHousehold.class,
                "org.jingzhun.identification.person-left",
                DepartedPerson.class));
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
        List<DepartedPerson> departed = new ArrayList<>();
        for (RegisterEvent event : batch) {
            switch (event) {
                case RegisteredHousehold household -> registered.add(household);
                case MonitoredHousehold household -> monitored.add(household);
                case DepartedPerson person -> departed.add(person);
            }
        }
        UPSERT.apply(database, registered);
        EXITED.apply(
                database,
                registered.stream()
                        .filter(household -> household.exitedOn() != null)
                        .toList());
        MONITORED.apply(database, monitored);
        DEPARTED.apply(database, departed);
    }
}
