package org.jingzhun.pairing.planning;

import org.jspecify.annotations.Nullable;

/**
 * What came out of a computation.
 *
 * @param households that were to be paired
 * @param helpers that were available
 * @param places the sum of their quotas
 * @param cost of the assignment, in hundredths of a weight point
 * @param lowerBound what every assignment costs at least, checked without the solver; equal to the cost: the assignment is
 *     optimal. Below the cost under the rule of hamlets alone
 * @param moves households that get another helper than they have, or none
 * @param freeMoves those that would without the limit of moves
 * @param stabilityPrice how much dearer the limit makes all other terms, in hundredths of a weight point
 * @param solverBound what every assignment costs at least by the word of the solver; {@code null} without the rule of
 *     hamlets, or where parts were solved apart
 */
public record Figures(
        int households,
        int helpers,
        int places,
        int paired,
        int unpaired,
        long cost,
        long lowerBound,
        int moves,
        int freeMoves,
        long stabilityPrice,
        @Nullable Long solverBound) {

    /** Whether no assignment is cheaper: by the bound that was checked, or by the word of the solver. */
    public boolean optimal() {
        return cost == lowerBound || (solverBound != null && cost <= solverBound);
    }
}
