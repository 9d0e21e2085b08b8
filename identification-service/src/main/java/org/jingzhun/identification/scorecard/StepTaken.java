package org.jingzhun.identification.scorecard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step with its signature.
 *
 * @param position 1, 2 and so on
 * @param contentSha256 hexadecimal digest of the content that was signed
 */
public record StepTaken(
        int position,
        Step step,
        String takenBy,
        String takenName,
        Instant takenAt,
        @Nullable String remark,
        @Nullable String documentNumber,
        String contentSha256) {}
