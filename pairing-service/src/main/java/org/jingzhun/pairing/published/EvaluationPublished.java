package org.jingzhun.pairing.published;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A year's grades stand (年度考核结果); the grades themselves are read by the id of the evaluation.
 *
 * @param division whose counties, units, helpers or teams, 12 digits
 * @param subjectKind COUNTY, UNIT, HELPER or TEAM
 * @param criteria version of the criteria
 * @param grades version of the thresholds
 * @param vetoes version of the vetoes
 * @param duty version of the rule on absence; null of evaluations from before they asked for it
 * @param countedTo last day that counts
 * @param results how many were evaluated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationPublished(
        @JsonIgnore Type type,
        UUID evaluationId,
        int year,
        String division,
        String subjectKind,
        String criteria,
        String grades,
        String vetoes,
        @Nullable String duty,
        LocalDate countedTo,
        int results,
        long revision)
        implements Announcement {

    @Override
    public UUID key() {
        return evaluationId;
    }
}
