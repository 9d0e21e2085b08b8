package org.jingzhun.identification.screening;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a second check found (二次核查).
 *
 * @param ground of a dismissal; null for {@link Ground#FACT_DIFFERS}
 * @param exception code of the list's exception, with the ground {@link Ground#EXCEPTION}
 */
public record SecondCheck(
        Resolution resolution,
        @Nullable Ground ground,
        @Nullable String exception,
        String reason,
        @Nullable String evidence) {

    /** Null when the flag is confirmed. */
    @Nullable
    Ground groundOfDismissal() {
        return resolution == Resolution.CONFIRMED ? null : ground == null ? Ground.FACT_DIFFERS : ground;
    }

    /**
     * Null when ground and exception fit.
     *
     * @param exceptions codes that may be stated of the flag's veto
     */
    @Nullable
    FlagRefusal refuse(FlagSource source, List<String> exceptions) {
        if (resolution == Resolution.CONFIRMED && (ground != null || exception != null)) {
            return unfitting(FlagRefusal.Unfitting.GROUND_OF_CONFIRMATION, exceptions);
        }
        if (ground == Ground.FALSE_MATCH && source == FlagSource.VISIT) {
            return unfitting(FlagRefusal.Unfitting.FALSE_MATCH_OF_SIGHTING, exceptions);
        }
        if ((ground == Ground.EXCEPTION) != (exception != null)) {
            return unfitting(FlagRefusal.Unfitting.EXCEPTION_WITHOUT_GROUND, exceptions);
        }
        return exception == null || exceptions.contains(exception)
                ? null
                : unfitting(FlagRefusal.Unfitting.UNKNOWN_EXCEPTION, exceptions);
    }

    private static FlagRefusal unfitting(FlagRefusal.Unfitting what, List<String> exceptions) {
        return new FlagRefusal.GroundUnfitting(what, exceptions);
    }
}
