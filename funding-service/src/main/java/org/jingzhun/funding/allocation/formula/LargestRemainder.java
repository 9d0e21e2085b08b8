package org.jingzhun.funding.allocation.formula;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Picks the rows with the largest remainders of one denominator; of equal remainders the first rows. The leading 62
 * bits of the remainders decide nearly always; only rows that tie in them at the edge are compared in full.
 */
final class LargestRemainder {

    private static final int LEADING_BITS = 62;

    private final int shift;
    private final long[] leading;
    private final @Nullable BigInteger[] remainders;

    LargestRemainder(int size, BigInteger denominator) {
        this.shift = Math.max(0, denominator.bitLength() - LEADING_BITS);
        this.leading = new long[size];
        this.remainders = new BigInteger[size];
    }

    void put(int row, BigInteger remainder) {
        remainders[row] = remainder;
        leading[row] = remainder.shiftRight(shift).longValueExact();
    }

    /** Rows with the {@code count} largest remainders; rows that were never put count as 0. */
    IntStream listLargest(int count) {
        if (count == 0) {
            return IntStream.empty();
        }
        var sorted = leading.clone();
        Arrays.sort(sorted);
        long edge = sorted[sorted.length - count];
        int above = Math.toIntExact(Arrays.stream(leading).filter(l -> l > edge).count());
        return IntStream.concat(
                IntStream.range(0, leading.length).filter(row -> leading[row] > edge),
                IntStream.range(0, leading.length)
                        .filter(row -> leading[row] == edge)
                        .boxed()
                        .sorted(Comparator.comparing(this::remainder).reversed())
                        .mapToInt(Integer::intValue)
                        .limit(count - above));
    }

    private BigInteger remainder(int row) {
        var remainder = remainders[row];
        return remainder == null ? BigInteger.ZERO : remainder;
    }
}
