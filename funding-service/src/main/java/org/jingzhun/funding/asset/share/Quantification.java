package org.jingzhun.funding.asset.share;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jingzhun.funding.asset.share.Apportionment.Weighted;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Turns the value of an asset into shares (折股量化). Certificates are written in whole units, as a rule in yuan: what the
 * units cannot divide is left as an explicit remainder.
 */
public final class Quantification {

    private Quantification() {}

    /** How shares are measured. */
    public enum Mode {
        /** The same share for everybody (均股). */
        EQUAL,
        /** In proportion to weights (按权重). */
        WEIGHTED
    }

    /**
     * How an asset is divided.
     *
     * @param unit shares are whole multiples of it, for example 1 yuan
     * @param minimum the least that makes a share worth having; when it does not suffice for all, those without labour
     *     are served first; 0 serves everybody
     */
    public record Terms(Mode mode, Money unit, Money minimum) {

        public Terms {
            unit.requirePositive("Unit of shares");
            minimum.requireNotNegative("Minimum of a share");
        }
    }

    /** A share that came of the division. */
    public record Share(Holder holder, Money amount) {}

    /**
     * The outcome: {@code value = sum of shares + remainder}.
     *
     * @param shares in the order of the holders
     * @param waiting who gets nothing because the value does not suffice for the minimum, in the order of priority
     */
    public record Divided(List<Share> shares, List<Holder> waiting, Money remainder) {

        public Divided {
            shares = List.copyOf(shares);
            waiting = List.copyOf(waiting);
        }
    }

    /** @throws IllegalArgumentException if a holder stands twice among the candidates */
    public static Divided divide(Money value, List<Candidate> candidates, Terms terms) {
        requireDistinct(candidates);
        var served = candidates.stream().sorted(Candidate.PRIORITY).toList();
        List<Holder> waiting = new ArrayList<>();
        if (terms.minimum().isPositive()) {
            int room =
                    (int) Math.min(served.size(), value.fen() / terms.minimum().fen());
            served.subList(room, served.size()).forEach(late -> waiting.add(late.holder()));
            served = served.subList(0, room);
        }
        long units = value.fen() / terms.unit().fen();
        if (served.isEmpty() || units == 0) {
            return new Divided(List.of(), waiting, value);
        }
        var shares =
                switch (terms.mode()) {
                    case EQUAL -> equal(units, served, terms.unit());
                    case WEIGHTED -> weighted(units, served, terms.unit());
                };
        var given = shares.stream().map(Share::amount).reduce(Money.ZERO, Money::plus);
        return new Divided(shares, waiting, value.minus(given));
    }

    /** Everybody the same number of units, rounded down. */
    private static List<Share> equal(long units, List<Candidate> served, Money unit) {
        var each = Money.ofFen(units / served.size() * unit.fen());
        if (each.isZero()) {
            return List.of();
        }
        return served.stream()
                .map(Candidate::holder)
                .sorted()
                .map(holder -> new Share(holder, each))
                .toList();
    }

    /** All units, by largest remainder. */
    private static List<Share> weighted(long units, List<Candidate> served, Money unit) {
        List<Weighted<Holder>> weights = served.stream()
                .map(c -> new Weighted<>(c.holder(), BigInteger.valueOf(c.weight())))
                .toList();
        List<Share> shares = new ArrayList<>();
        Apportionment.divide(Money.ofFen(units), weights).forEach((holder, count) -> {
            if (count.isPositive()) {
                shares.add(new Share(holder, Money.ofFen(Math.multiplyExact(count.fen(), unit.fen()))));
            }
        });
        return shares;
    }

    private static void requireDistinct(List<Candidate> candidates) {
        var seen = new HashSet<Holder>();
        for (var candidate : candidates) {
            if (!seen.add(candidate.holder())) {
                throw new IllegalArgumentException("Holder " + candidate.holder() + " must be a candidate once");
            }
        }
    }
}
