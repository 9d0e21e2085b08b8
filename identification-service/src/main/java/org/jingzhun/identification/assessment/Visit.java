package org.jingzhun.identification.assessment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What surveyors bring home from a visit, beside the answers.
 *
 * @param visitedOn day of the visit
 * @param assessors two or more different people
 * @param signedBy who signed the form for the household
 * @param otherCauses at most two, without the main cause
 * @param debtsFen debts of the household; null when not asked
 * @param incomeFen income of the year; null when not asked
 * @param form the five steps, photos and signatures
 */
public record Visit(
        UUID householdId,
        UUID campaignId,
        Round round,
        LocalDate visitedOn,
        List<String> assessors,
        String signedBy,
        Cause mainCause,
        List<Cause> otherCauses,
        @Nullable Location location,
        @Nullable Long debtsFen,
        @Nullable Long incomeFen,
        VisitForm form) {

    public static final int FEWEST_ASSESSORS = 2;
    public static final int MOST_ASSESSORS = 10;
    public static final int MOST_OTHER_CAUSES = 2;
    public static final int LONGEST_NAME = 100;

    /** @throws AssessmentRefusal.InvalidVisit when assessors or causes are named twice or are too few or too many, or the form does not fit */
    public Visit {
        assessors = List.copyOf(assessors);
        otherCauses = List.copyOf(otherCauses);
        if (assessors.size() < FEWEST_ASSESSORS || !areDifferent(assessors)) {
            throw new AssessmentRefusal.InvalidVisit("too-few-assessors", "/assessors");
        }
        if (otherCauses.size() > MOST_OTHER_CAUSES || !areDifferent(otherCauses) || otherCauses.contains(mainCause)) {
            throw new AssessmentRefusal.InvalidVisit("causes-not-different", "/otherCauses");
        }
        form.requireFitting(visitedOn, assessors, signedBy, location);
    }

    static boolean areDifferent(List<?> values) {
        return new HashSet<>(values).size() == values.size();
    }
}
