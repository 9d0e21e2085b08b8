package org.jingzhun.pairing.planning;

/**
 * What came out of a computation.
 *
 * @param households that were to be paired
 * @param helpers that were available
 * @param places the sum of their quotas
 * @param cost of the assignment, in hundredths of a weight point
 * @param lowerBound what every assignment costs at least; equal to the cost: the assignment is optimal
 * @param moves households that get another helper than they have
 * @param freeMoves those that would without the limit of moves
 * @param stabilityPrice how much dearer the limit makes all other terms, in hundredths of a weight point
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
        long stabilityPrice) {}
