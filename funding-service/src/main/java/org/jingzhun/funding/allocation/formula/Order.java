package org.jingzhun.funding.allocation.formula;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Orders row numbers of columns. */
final class Order {

    private static final int ROW_BITS = 23;
    private static final long LARGEST_CODE = (1L << 40) - 1;

    private Order() {}

    /** Row numbers 0 to {@code size - 1} by ascending code; equal codes stay in their order. */
    static int[] byCode(long[] codes, int size) {
        if (size >= 1 << ROW_BITS
                || IntStream.range(0, size).anyMatch(row -> codes[row] < 0 || codes[row] > LARGEST_CODE)) {
            return IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparing(row -> codes[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        // Division codes have 40 bits: code and row number fit into one number, which sorts without boxing
        var packed = new long[size];
        Arrays.setAll(packed, row -> codes[row] << ROW_BITS | row);
        Arrays.sort(packed);
        return Arrays.stream(packed)
                .mapToInt(p -> (int) (p & ((1 << ROW_BITS) - 1)))
                .toArray();
    }

    static long[] pick(long[] column, int[] order) {
        var picked = new long[order.length];
        Arrays.setAll(picked, row -> column[order[row]]);
        return picked;
    }

    static int[] pick(int[] column, int[] order) {
        var picked = new int[order.length];
        Arrays.setAll(picked, row -> column[order[row]]);
        return picked;
    }
}
