package org.jingzhun.funding.allocation.formula;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Every receiver's quota as an exact fraction of the amount: {@code numerator(r) / denominator()}. With the common
 * multiple M of the factors' totals, the numerator is the sum of {@code weight x M / total x counted} and the
 * denominator {@code 10000 x M}, which is also the sum of all numerators.
 */
final class Quotas {

    private final List<Factor> factors;
    private final Receivers receivers;
    private final long[] totals;
    private final long[] turns;
    private final BigInteger[] numerators;
    private final BigInteger denominator;

    private Quotas(List<Factor> factors, Receivers receivers, long[] totals, long[] turns) {
        this.factors = factors;
        this.receivers = receivers;
        this.totals = totals;
        this.turns = turns;
        var multiple = BigInteger.ONE;
        for (long total : totals) {
            var t = BigInteger.valueOf(total);
            multiple = multiple.multiply(t).divide(multiple.gcd(t));
        }
        var perUnit = new BigInteger[factors.size()];
        for (int f = 0; f < perUnit.length; f++) {
            perUnit[f] = multiple.divide(BigInteger.valueOf(totals[f]))
                    .multiply(BigInteger.valueOf(factors.get(f).weight()));
        }
        this.denominator = multiple.multiply(BigInteger.valueOf(Factor.WHOLE));
        this.numerators = new BigInteger[receivers.size()];
        // Each by itself, so that the order in which they are worked out does not matter
        Arrays.parallelSetAll(numerators, r -> numerator(perUnit, r));
    }

    private BigInteger numerator(BigInteger[] perUnit, int receiver) {
        var sum = BigInteger.ZERO;
        for (int f = 0; f < perUnit.length; f++) {
            sum = sum.add(perUnit[f].multiply(BigInteger.valueOf(counted(f, receiver))));
        }
        return sum;
    }

    static Quotas of(List<Factor> factors, Receivers receivers) {
        var totals = new long[factors.size()];
        var turns = new long[factors.size()];
        for (int f = 0; f < totals.length; f++) {
            totals[f] = total(factors.get(f), f, receivers);
            turns[f] = greatestPlusSmallest(f, receivers);
        }
        return new Quotas(List.copyOf(factors), receivers, totals, turns);
    }

    /** Sum of what is counted for a factor; 0 if there is nothing to divide by. */
    static long total(Factor factor, int column, Receivers receivers) {
        long sum = 0;
        for (int r = 0; r < receivers.size(); r++) {
            sum += receivers.value(column, r);
        }
        return switch (factor.direction()) {
            case DIRECT -> sum;
            case INVERSE ->
                Math.subtractExact(
                        Math.multiplyExact(greatestPlusSmallest(column, receivers), (long) receivers.size()), sum);
        };
    }

    private static long greatestPlusSmallest(int column, Receivers receivers) {
        long greatest = 0;
        long smallest = Receivers.VALUE_LIMIT;
        for (int r = 0; r < receivers.size(); r++) {
            greatest = Math.max(greatest, receivers.value(column, r));
            smallest = Math.min(smallest, receivers.value(column, r));
        }
        return greatest + smallest;
    }

    long counted(int factor, int receiver) {
        long value = receivers.value(factor, receiver);
        return switch (factors.get(factor).direction()) {
            case DIRECT -> value;
            case INVERSE -> turns[factor] - value;
        };
    }

    long total(int factor) {
        return totals[factor];
    }

    BigInteger numerator(int receiver) {
        return numerators[receiver];
    }

    BigInteger denominator() {
        return denominator;
    }

    List<Factor> factors() {
        return factors;
    }

    Receivers receivers() {
        return receivers;
    }
}
