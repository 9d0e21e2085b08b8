package org.jingzhun.identification.published;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A household is not monitored any more (监测对象风险消除或转为贫困户). Topic {@value #TOPIC}, key {@code monitoringId}.
 *
 * @param monitoringId of the case
 * @param villageCode 12 digits
 * @param householder name of the head of the household
 * @param monitoringClass a code of the list {@code monitoring-class}
 * @param risks codes of the list {@code monitoring-risk}, at least one
 * @param monitoredOn since when it was
 * @param closedOn since when it is not
 * @param outcome CLOSED when the risk is gone, HANDED_OVER when the household is poor
 * @param revision grows with each change of the case
 */
public record HouseholdMonitoringClosed(
        UUID monitoringId,
        UUID householdId,
        String villageCode,
        String hamlet,
        String householder,
        int persons,
        String monitoringClass,
        List<String> risks,
        LocalDate monitoredOn,
        LocalDate closedOn,
        String outcome,
        long revision)
        implements IdentificationEvent {

    public static final String TOPIC = "identification.register";
    public static final String TYPE = "org.jingzhun.identification.household-monitoring-closed";

    public HouseholdMonitoringClosed {
        risks = List.copyOf(risks);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return monitoringId.toString();
    }

    @Override
    public String type() {
        return TYPE;
    }
}
