package org.jingzhun.identification.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to open a gate.
 *
 * @param signers who signed on paper, 1 or more
 * @param minutes of an appraisal meeting
 * @param documentNumber of the announcing document
 */
public record StepRequest(
        Gate gate,
        @Nullable String remark,
        List<String> signers,
        @Nullable Minutes minutes,
        @Nullable String documentNumber) {

    public StepRequest {
        signers = List.copyOf(signers);
    }
}
