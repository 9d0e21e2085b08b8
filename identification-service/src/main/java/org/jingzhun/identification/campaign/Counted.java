package org.jingzhun.identification.campaign;

import org.jspecify.annotations.Nullable;

/**
 * What a gate found when it was opened, as it is kept with the step.
 *
 * @param unassessed households with members that were not assessed; null where the gate does not ask
 * @param missingSecondVisits households that still had to be visited a second time; null where the gate does not ask
 * @param openFlags of households of the village
 * @param openObjections of the round
 */
public record Counted(
        @Nullable Integer unassessed,
        @Nullable Integer missingSecondVisits,
        int openFlags,
        int openObjections,
        boolean screened,
        boolean lineFixed) {

    static Counted of(Gate gate, Findings findings) {
        return new Counted(
                gate.needs(Need.ALL_ASSESSED) ? findings.unassessed() : null,
                gate.needs(Need.SECOND_VISITS) ? findings.missingSecondVisits() : null,
                findings.openFlags(),
                findings.openObjections(),
                findings.screened(),
                findings.lineFixed());
    }
}
