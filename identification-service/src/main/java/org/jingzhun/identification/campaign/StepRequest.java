package org.jingzhun.identification.campaign;

import java.util.List;
import org.jingzhun.identification.assessment.ScoreChange;
import org.jspecify.annotations.Nullable;

/**
 * The wish to open a gate.
 *
 * @param signers who signed on paper, 1 or more
 * @param minutes of an appraisal meeting
 * @param changes of scores, as the minutes of an appraisal say
 * @param documentNumber of the announcing document
 */
public record StepRequest(
        Gate gate,
        @Nullable String remark,
        List<String> signers,
        @Nullable Minutes minutes,
        List<ScoreChange.Wanted> changes,
        @Nullable String documentNumber) {

    public StepRequest {
        signers = List.copyOf(signers);
        changes = List.copyOf(changes);
    }
}
