package org.jingzhun.identification.published;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A household as it stands on the register. Each event of the register has it whole, beside what has just happened.
 *
 * @param villageCode 12 digits
 * @param householder name of the head of the household
 * @param status POOR, EXITED, RETURNED or REMOVED
 * @param attribute a code of the list {@code register-attribute}, for example GENERAL
 * @param mainCause a code of the list {@code cause}
 * @param otherCauses at most two codes of the same list, without the main cause
 * @param ethnicity of the head, GB/T 3304
 * @param score points of the assessment that counted
 * @param year of the campaign that registered it
 * @param registeredOn day of that announcement
 * @param revision grows with each change of the entry
 */
public record HouseholdState(
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
        long revision) {

    public HouseholdState {
        otherCauses = List.copyOf(otherCauses);
    }
}
