package org.jingzhun.identification.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household on the register.
 *
 * @param villageCode 12 digits
 * @param ethnicity of the head, GB/T 3304
 * @param mark colour of the status; null when it was removed
 * @param entry how it came to stand there as poor
 * @param entryYear since which year
 * @param score of the assessment that counted
 * @param scorecard version of the form that was answered
 * @param lineVersion of the campaign's cut line
 * @param year of the campaign
 * @param documentNumber of the announcement
 */
public record RegisterRow(
        UUID householdId,
        String villageCode,
        String hamlet,
        String householder,
        int persons,
        int labourers,
        String ethnicity,
        Status status,
        @Nullable Mark mark,
        Entry entry,
        int entryYear,
        Attribute attribute,
        String mainCause,
        List<String> otherCauses,
        int score,
        String scorecard,
        int lineVersion,
        int year,
        UUID campaignId,
        LocalDate registeredOn,
        String documentNumber,
        long revision) {}
