package org.jingzhun.pairing.responsibility.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Whole numbers in proportion to weights, exact in their sum: largest remainder (最大余数法). */
public final class Shares {

    private Shares() {}

    /**
     * @param total to be shared, not negative
     * @param weights not negative, one positive; more weight never has less
     * @return one share a weight; their sum is the total, and the earlier of equals has the odd one
     * @throws IllegalArgumentException if there is no weight
     */
    public static List<Integer> of(int total, List<Long> weights) {
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        if (sum <= 0) {
            throw new IllegalArgumentException("weights " + weights + " must have one above zero");
        }
        List<Integer> shares = new ArrayList<>();
        int left = total;
        for (long weight : weights) {
            int share = (int) Math.floorDiv(Math.multiplyExact(total, weight), sum);
            shares.add(share);
            left -= share;
        }
        List<Integer> byRemainder =
                new ArrayList<>(IntStream.range(0, weights.size()).boxed().toList());
        byRemainder.sort(Comparator.comparing(
                (Integer i) -> Math.floorMod(total * weights.get(i), sum), Comparator.reverseOrder()));
        for (int i : byRemainder.subList(0, left)) {
            shares.set(i, shares.get(i) + 1);
        }
        return Collections.unmodifiableList(shares);
    }

    /**
     * A total laid over years so that it is reached in the last one at the latest (倒排工期): equal years, the odd ones
     * first, so that no year has to make up for an earlier one; with a minimum above that, the minimum each year until
     * nothing is left.
     *
     * @param years at least one
     * @param total not negative
     * @param atLeast a year, not negative
     */
    public static List<Integer> over(int years, int total, int atLeast) {
        if (Math.multiplyExact((long) years, atLeast) <= total) {
            return of(total, Collections.nCopies(years, 1L));
        }
        return IntStream.range(0, years)
                .mapToObj(year -> (int) Math.max(0, Math.min(atLeast, total - (long) year * atLeast)))
                .toList();
    }
}
