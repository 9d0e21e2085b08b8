package org.jingzhun.identification.exit;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an exit still lacks, and what the one who asks has done in it.
 *
 * @param missing criteria without a finding
 * @param unproven criteria that are said to be met without evidence
 * @param failing decisive criteria that are not met
 * @param unevaluated criteria that an evaluation has still to find out
 * @param missed decisive criteria of the evaluation that are not met
 * @param openObjections that nobody has decided
 * @param upheldObjections against the notice that is up
 * @param planUnderWay whether the exit plan of the village and year is drawn up and not yet fixed
 * @param takenBefore steps that the one who asks took
 * @param entryYear when the household came onto the register or fell back last; null for villages and counties
 * @param registerStatus of the household; null for villages and counties
 */
public record Readiness(
        List<String> missing,
        List<String> unproven,
        List<String> failing,
        List<String> unevaluated,
        List<String> missed,
        int openObjections,
        int upheldObjections,
        boolean planUnderWay,
        Set<Step> takenBefore,
        @Nullable Integer entryYear,
        @Nullable String registerStatus) {

    public Readiness {
        missing = List.copyOf(missing);
        unproven = List.copyOf(unproven);
        failing = List.copyOf(failing);
        unevaluated = List.copyOf(unevaluated);
        missed = List.copyOf(missed);
        takenBefore = Set.copyOf(takenBefore);
    }
}
