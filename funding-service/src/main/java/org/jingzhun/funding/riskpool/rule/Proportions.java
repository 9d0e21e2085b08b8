package org.jingzhun.funding.riskpool.rule;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Splits an amount in proportion to weights, exact to the fen: whole quotas first, then a fen each to the largest
 * remainders, ties to the smaller key. No part is larger than its weight unless the amount is larger than all weights.
 */
public final class Proportions {

    private Proportions() {}

    /** A weight under a key. */
    public record Weight<K extends Comparable<K>>(K key, Money weight) {

        public Weight {
            weight.requireNotNegative("Weight");
        }
    }

    private record Part<K extends Comparable<K>>(K key, long whole, BigInteger remainder) {}

    /**
     * @param weights in any order, each key once
     * @return by key; the parts sum to the amount
     * @throws IllegalArgumentException if the weights sum to nothing while the amount does not
     */
    public static <K extends Comparable<K>> SequencedMap<K, Money> split(Money amount, List<Weight<K>> weights) {
        amount.requireNotNegative("Amount");
        var total = BigInteger.valueOf(
                weights.stream().mapToLong(weight -> weight.weight().fen()).sum());
        var parts = new TreeMap<K, Money>();
        if (total.signum() == 0) {
            if (!amount.isZero()) {
                throw new IllegalArgumentException("Weights must not sum to nothing while " + amount + " is split");
            }
            weights.forEach(weight -> parts.put(weight.key(), Money.ZERO));
            return parts;
        }
        var quotas = weights.stream().map(weight -> part(amount, weight, total)).toList();
        long left = amount.fen() - quotas.stream().mapToLong(Part::whole).sum();
        var ordered = quotas.stream()
                .sorted(Comparator.comparing((Part<K> part) -> part.remainder())
                        .reversed()
                        .thenComparing(Part::key))
                .toList();
        for (var part : ordered) {
            parts.put(part.key(), Money.ofFen(part.whole() + (left-- > 0 ? 1 : 0)));
        }
        return parts;
    }

    private static <K extends Comparable<K>> Part<K> part(Money amount, Weight<K> weight, BigInteger total) {
        var quota = BigInteger.valueOf(amount.fen())
                .multiply(BigInteger.valueOf(weight.weight().fen()))
                .divideAndRemainder(total);
        return new Part<>(weight.key(), quota[0].longValueExact(), quota[1]);
    }
}
