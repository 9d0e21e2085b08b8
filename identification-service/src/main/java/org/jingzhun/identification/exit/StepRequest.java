package org.jingzhun.identification.exit;

import java.util.List;
import org.jingzhun.identification.campaign.Minutes;
import org.jspecify.annotations.Nullable;

/**
 * The wish to take a step.
 *
 * @param signers who signed on paper, 1 or more
 * @param minutes of an appraisal meeting
 * @param documentNumber of the approving document
 * @param recognition of RECOGNITION; null when it was recorded before
 */
public record StepRequest(
        Step step,
        @Nullable String remark,
        List<String> signers,
        @Nullable Minutes minutes,
        @Nullable String documentNumber,
        @Nullable Recognition recognition) {

    public StepRequest {
        signers = List.copyOf(signers);
    }
}
