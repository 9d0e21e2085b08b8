package org.jingzhun.funding.allocation.formula;

import java.util.Arrays;
import java.util.Comparator;

/** Orders row numbers of columns. */
final class Order {

    private Order() {}

    /** Row numbers 0 to {@code size - 1} in this order; equal rows stay in theirs. */
    static int[] of(int size, Comparator<Integer> comparator) {
        var rows = new Integer[size];
        Arrays.setAll(rows, row -> row);
        Arrays.sort(rows, comparator);
        var order = new int[size];
        Arrays.setAll(order, row -> rows[row]);
        return order;
    }

    static long[] pick(long[] column, int[] order) {
        var picked = new long[order.length];
        Arrays.setAll(picked, row -> column[order[row]]);
        return picked;
    }
}
