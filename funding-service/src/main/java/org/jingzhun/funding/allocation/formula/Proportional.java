package org.jingzhun.funding.allocation.formula;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Divides fen in proportion to weights, no row above its room; what a full row cannot take goes to the others in
 * proportion. Fractions by largest remainder, of equal remainders to the first rows.
 */
final class Proportional {

    private Proportional() {}

    /**
     * @param fen at least 0
     * @param weights 0 for a row that takes nothing
     * @param room the most that each row takes
     * @return fen of each row, or null if the rows with a weight have no room for all
     */
    static long @Nullable [] divide(long fen, long[] weights, long[] room) {
        var given = new long[weights.length];
        if (fen == 0) {
            return given;
        }
        var full = new boolean[weights.length];
        var rest = BigInteger.valueOf(fen);
        var sum = BigInteger.ZERO;
        for (long weight : weights) {
            sum = sum.add(BigInteger.valueOf(weight));
        }
        boolean filled = true;
        while (filled) {
            filled = false;
            // The scale of one round: rows are filled by it before it rises for the next
            var restNow = rest;
            var sumNow = sum;
            for (int r = 0; r < weights.length; r++) {
                if (!full[r] && weights[r] > 0 && exceeds(restNow, sumNow, weights[r], room[r])) {
                    full[r] = true;
                    filled = true;
                    given[r] = room[r];
                    rest = rest.subtract(BigInteger.valueOf(room[r]));
                    sum = sum.subtract(BigInteger.valueOf(weights[r]));
                }
            }
        }
        if (sum.signum() == 0) {
            return rest.signum() == 0 ? given : null;
        }
        round(rest, sum, weights, full, given);
        return given;
    }

    private static boolean exceeds(BigInteger rest, BigInteger sum, long weight, long room) {
        return rest.multiply(BigInteger.valueOf(weight)).compareTo(sum.multiply(BigInteger.valueOf(room))) > 0;
    }

    private static void round(BigInteger rest, BigInteger sum, long[] weights, boolean[] full, long[] given) {
        var rounding = new LargestRemainder(weights.length, sum);
        var left = rest;
        for (int r = 0; r < weights.length; r++) {
            if (!full[r] && weights[r] > 0) {
                var division = rest.multiply(BigInteger.valueOf(weights[r])).divideAndRemainder(sum);
                given[r] = division[0].longValueExact();
                left = left.subtract(division[0]);
                rounding.put(r, division[1]);
            }
        }
        rounding.listLargest(left.intValueExact()).forEach(r -> given[r]++);
    }
}
