package org.jingzhun.identification.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gate that was opened.
 *
 * @param takenBy who opened it, by the subject of the token
 * @param signers who signed on paper, 1 or more
 * @param minutes of an appraisal; null for other gates
 * @param counted what the gate found; null for steps from before it was kept
 */
public record StepTaken(
        Gate gate,
        String takenBy,
        String takenName,
        Instant takenAt,
        @Nullable String remark,
        List<String> signers,
        @Nullable Minutes minutes,
        @Nullable Counted counted) {

    public StepTaken {
        signers = List.copyOf(signers);
        if (signers.isEmpty()) {
            throw new IllegalArgumentException("gate %s must be signed by somebody".formatted(gate));
        }
    }
}
