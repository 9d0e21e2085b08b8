package org.jingzhun.identification.exit;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether one who exited still meets the standard of the exit's year (持续达到当年退出标准).
 *
 * @param householdId null for villages and counties
 * @param place code of 12 digits
 * @param exitYear of the exit
 * @param standard of that year
 * @param year of the check
 * @param failing decisive criteria that are not met any more
 * @param failingReference other criteria that are not met
 * @param missing criteria that nobody has checked in that year
 */
public record Recheck(
        UUID exitId,
        @Nullable UUID householdId,
        String place,
        int exitYear,
        String standard,
        int year,
        Outcome outcome,
        List<String> failing,
        List<String> failingReference,
        List<String> missing) {

    /** What a re-check came to. */
    @Schema(name = "RecheckOutcome")
    public enum Outcome {
        /** Every decisive criterion is met still. */
        MET,
        /** A decisive criterion is not met any more. */
        FAILED,
        /** Some criteria are not checked yet. */
        INCOMPLETE,
        /** Nobody has checked. */
        NOT_CHECKED
    }

    public Recheck {
        failing = List.copyOf(failing);
        failingReference = List.copyOf(failingReference);
        missing = List.copyOf(missing);
    }
}
