package org.jingzhun.identification.published;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A household is monitored so that it does not fall into poverty (纳入监测); it need not be on the register. Topic
 * {@value #TOPIC}, key {@code monitoringId}: the register's own state of the household has another key, and neither takes
 * the place of the other.
 *
 * @param monitoringId of the case; a household that is monitored again has another
 * @param villageCode 12 digits
 * @param householder name of the head of the household
 * @param monitoringClass a code of the list {@code monitoring-class}
 * @param risks codes of the list {@code monitoring-risk}, at least one
 * @param monitoredOn day of the county's decision
 * @param documentNumber of that decision
 * @param revision grows with each change of the case
 */
public record HouseholdMonitored(
        UUID monitoringId,
        UUID householdId,
        String villageCode,
        String hamlet,
        String householder,
        int persons,
        String monitoringClass,
        List<String> risks,
        LocalDate monitoredOn,
        String documentNumber,
        long revision)
        implements IdentificationEvent {

    public static final String TOPIC = "identification.register";
    public static final String TYPE = "org.jingzhun.identification.household-monitored";

    public HouseholdMonitored {
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
