package org.jingzhun.identification.published;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The members, head or place of a household on the register changed (信息变更): its whole state. Topic {@value #TOPIC}, key {@code householdId}.
 *
 * @param villageCode 12 digits
 * @param householder name of the head of the household
 * @param status as before
 * @param attribute a code of the list {@code register-attribute}, for example GENERAL
 * @param mainCause a code of the list {@code cause}
 * @param otherCauses at most two codes of the same list, without the main cause
 * @param ethnicity of the head, GB/T 3304
 * @param score points of the assessment that counted
 * @param year of the campaign
 * @param registeredOn day of the announcement
 * @param revision grows with each change of the entry
 */
public record HouseholdChanged(
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
        long revision)
        implements IdentificationEvent {

    public static final String TOPIC = "identification.register";
    public static final String TYPE = "org.jingzhun.identification.household-changed";

    public HouseholdChanged {
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
