package org.jingzhun.funding.asset.share;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Divides an amount by weights, exact to the fen: everybody gets the whole fen of his quota, the fen that are left go by
 * largest remainder, of equal remainders to the first by key. Who weighs more never gets less.
 */
public final class Apportionment {

    private Apportionment() {}

    /** A weight under the key of its holder. */
    public record Weighted<K extends Comparable<? super K>>(K key, BigInteger weight) {

        public Weighted {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("Weight (" + weight + ") of " + key + " must not be negative");
            }
        }
    }

    private record Part<K>(K key, long fen, BigInteger remainder) {}

    /**
     * The parts by key, in the order of the keys; they add up to the amount.
     *
     * @param amount not negative
     * @param weights with distinct keys, at least one above 0 unless the amount is 0
     */
    public static <K extends Comparable<? super K>> SequencedMap<K, Money> divide(
            Money amount, List<Weighted<K>> weights) {
        amount.requireNotNegative("Amount to divide");
        var total = weights.stream().map(Weighted::weight).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0 && !amount.isZero()) {
            throw new IllegalArgumentException("Weights must not all be 0 when " + amount + " yuan are divided");
        }
        var fen = BigInteger.valueOf(amount.fen());
        var parts = weights.stream()
                .sorted(Comparator.comparing((Weighted<K> w) -> w.key()))
                .map(w -> part(w, fen, total))
                .toList();
        int left = Math.toIntExact(
                amount.fen() - parts.stream().mapToLong(Part::fen).sum());
        var lucky = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer p) -> parts.get(p).remainder())
                        .reversed())
                .limit(left)
                .collect(Collectors.toSet());
        var divided = new LinkedHashMap<K, Money>();
        for (int p = 0; p < parts.size(); p++) {
            var part = parts.get(p);
            if (divided.put(part.key(), Money.ofFen(part.fen() + (lucky.contains(p) ? 1 : 0))) != null) {
                throw new IllegalArgumentException("Key " + part.key() + " must stand once among the weights");
            }
        }
        return divided;
    }

    private static <K extends Comparable<? super K>> Part<K> part(Weighted<K> w, BigInteger fen, BigInteger total) {
        if (total.signum() == 0) {
            return new Part<>(w.key(), 0, BigInteger.ZERO);
        }
        var quota = fen.multiply(w.weight()).divideAndRemainder(total);
        return new Part<>(w.key(), quota[0].longValueExact(), quota[1]);
    }
}
