package org.jingzhun.identification.exitplan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to take a step.
 *
 * @param signers who signed on paper, 1 or more
 * @param documentNumber of the document that fixes the plan
 */
public record PlanRequest(
        long village,
        int year,
        PlanStep step,
        @Nullable String remark,
        List<String> signers,
        @Nullable String documentNumber) {

    public PlanRequest {
        signers = List.copyOf(signers);
    }
}
