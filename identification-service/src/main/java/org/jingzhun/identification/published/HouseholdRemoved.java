package org.jingzhun.identification.published;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A household was wrongly included and is removed (错评剔除): its whole state on the register. Topic {@value #TOPIC}, key {@code householdId}.
 *
 * @param villageCode 12 digits
 * @param householder name of the head of the household
 * @param status REMOVED
 * @param attribute a code of the list {@code register-attribute}
 * @param mainCause a code of the list {@code cause}
 * @param otherCauses at most two codes of the same list, without the main cause
 * @param ethnicity of the head, GB/T 3304
 * @param score points of the assessment that counted
 * @param year of the campaign that registered it
 * @param registeredOn day of that announcement
 * @param removedOn day of the decision
 * @param documentNumber of the decision
 * @param revision grows with each change of the entry
 */
public record HouseholdRemoved(
        UUID householdId,
        String villageCode,
        String hamlet,
        String householder,
        int persons,
        int labourers,
        String status,
        String attribute,
        String mainCause,
        List<String> otherCauses,
        String ethnicity,
        int score,
        int year,
        UUID campaignId,
        LocalDate registeredOn,
        LocalDate removedOn,
        String documentNumber,
        long revision)
        implements IdentificationEvent {

    public static final String TOPIC = "identification.register";
    public static final String TYPE = "org.jingzhun.identification.household-removed";

    public HouseholdRemoved {
        otherCauses = List.copyOf(otherCauses);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return householdId.toString();
    }

    @Override
    public String type() {
        return TYPE;
    }
}
