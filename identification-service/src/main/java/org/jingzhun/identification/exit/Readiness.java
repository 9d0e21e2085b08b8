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
 * @param takenBefore steps that the one who asks took
 * @param entryYear when the household came onto the register or fell back last; null for villages and counties
 * @param registerStatus of the household; null for villages and counties
 */
public record Readiness(
        List<String> missing,
        List<String> unproven,
        List<String> failing,
        Set<Step> takenBefore,
        @Nullable Integer entryYear,
        @Nullable String registerStatus) {

    public Readiness {
        missing = List.copyOf(missing);
        unproven = List.copyOf(unproven);
        failing = List.copyOf(failing);
        takenBefore = Set.copyOf(takenBefore);
    }
}
