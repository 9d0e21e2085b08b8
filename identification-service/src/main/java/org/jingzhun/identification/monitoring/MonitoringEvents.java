package org.jingzhun.identification.monitoring;

import java.util.Objects;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.published.HouseholdMonitored;
import org.jingzhun.identification.published.HouseholdMonitoringClosed;
import org.jingzhun.identification.published.IdentificationEvent;

/** What others are told of a case: always its whole state. */
final class MonitoringEvents {

    private MonitoringEvents() {}

    static IdentificationEvent monitored(MonitoringCase monitored) {
        return new HouseholdMonitored(
                monitored.id(),
                monitored.householdId(),
                DivisionCode.text(monitored.villageCode()),
                monitored.hamlet(),
                monitored.householder(),
                monitored.persons(),
                Objects.requireNonNull(monitored.monitoringClass()).name(),
                monitored.risks().stream().map(Enum::name).toList(),
                Objects.requireNonNull(monitored.monitoredOn()),
                Objects.requireNonNull(monitored.documentNumber()),
                monitored.revision());
    }

    static IdentificationEvent closed(MonitoringCase monitored) {
        return new HouseholdMonitoringClosed(
                monitored.id(),
                monitored.householdId(),
                DivisionCode.text(monitored.villageCode()),
                monitored.hamlet(),
                monitored.householder(),
                monitored.persons(),
                Objects.requireNonNull(monitored.monitoringClass()).name(),
                monitored.risks().stream().map(Enum::name).toList(),
                Objects.requireNonNull(monitored.monitoredOn()),
                Objects.requireNonNull(monitored.endedOn()),
                monitored.stage().name(),
                monitored.revision());
    }
}
