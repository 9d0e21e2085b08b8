package org.jingzhun.identification.campaign.line;

import java.util.stream.IntStream;
import org.jingzhun.identification.scorecard.scoring.Direction;

/** The order of the candidates, the poorest first (排序). */
public final class Ranking {

    private Ranking() {}

    /**
     * The places of the candidates in rank order. Equal scores are ordered by household id, as the database orders
     * them; that settles the order of a list and decides nothing else.
     */
    public static int[] rank(Candidates candidates, Direction direction) {
        int[] order = IntStream.range(0, candidates.size()).toArray();
        for (int digit = 0; digit < 8; digit++) {
            int place = digit;
            order = sortedBy(order, candidate -> candidates.idDigit(candidate, place), 1 << Short.SIZE);
        }
        return switch (direction) {
            case LOW_IS_POOR -> sortedBy(order, candidates::score, CutLine.HIGHEST_SCORE + 1);
            case HIGH_IS_POOR ->
                sortedBy(
                        order,
                        candidate -> CutLine.HIGHEST_SCORE - candidates.score(candidate),
                        CutLine.HIGHEST_SCORE + 1);
        };
    }

    /** One stable pass of a radix sort. */
    private static int[] sortedBy(int[] order, java.util.function.IntUnaryOperator key, int keys) {
        int[] starts = new int[keys + 1];
        for (int candidate : order) {
            starts[key.applyAsInt(candidate) + 1]++;
        }
        for (int k = 0; k < keys; k++) {
            if (starts[k + 1] == order.length) {
                return order;
            }
            starts[k + 1] += starts[k];
        }
        int[] sorted = new int[order.length];
        for (int candidate : order) {
            sorted[starts[key.applyAsInt(candidate)]++] = candidate;
        }
        return sorted;
    }
}
