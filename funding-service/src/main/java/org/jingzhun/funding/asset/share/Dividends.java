package org.jingzhun.funding.asset.share;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jingzhun.funding.asset.share.Apportionment.Weighted;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the holders of shares get for a period: a floor (保底收益) that the operator owes whatever he earned, and a part of
 * his profit (按股分红). Both are divided by what was held times the days it was held, to the fen.
 */
public final class Dividends {

    /** The whole, as rates are counted. */
    public static final int WHOLE = 10_000;

    private Dividends() {}

    /**
     * The terms of the contract.
     *
     * @param floorRate of the value a year, in ten-thousandths
     * @param profitShare of the operator's profit that belongs to the shares, in ten-thousandths
     */
    public record Terms(int floorRate, int profitShare, DayCount dayCount) {

        public Terms {
            if (floorRate < 0 || floorRate > WHOLE || profitShare < 0 || profitShare > WHOLE) {
                throw new IllegalArgumentException("Floor rate (" + floorRate + ") and share of the profit ("
                        + profitShare + ") must be 0 to 10000 ten-thousandths");
            }
        }
    }

    /** A share as it was held; nobody holds it any more from {@code until} on. */
    public record Holding(
            Holder holder,
            Money amount,
            LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * What one holder gets: {@code amount = floor + dividend}.
     *
     * @param shareDays fen held, times days
     */
    public record Line(Holder holder, BigInteger shareDays, Money floor, Money dividend) {

        public Money amount() {
            return floor.plus(dividend);
        }
    }

    /**
     * The outcome, everything of it divided: {@code floor} and {@code dividend} are the sums of the lines'.
     *
     * @param lines of those who held something, in the order of the holders
     */
    public record Declared(Money floor, Money dividend, List<Line> lines) {

        public Declared {
            lines = List.copyOf(lines);
        }

        public Money amount() {
            return floor.plus(dividend);
        }
    }

    /**
     * @param profit of the operator in the period; a loss leaves the floor as it is and brings no dividend
     */
    public static Declared declare(Period period, Money profit, Terms terms, List<Holding> holdings) {
        var shareDays = new TreeMap<Holder, BigInteger>();
        for (var holding : holdings) {
            long days = period.daysHeld(holding.since(), holding.until());
            if (days > 0 && holding.amount().isPositive()) {
                shareDays.merge(
                        holding.holder(),
                        BigInteger.valueOf(holding.amount().fen()).multiply(BigInteger.valueOf(days)),
                        BigInteger::add);
            }
        }
        var total = shareDays.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            return new Declared(Money.ZERO, Money.ZERO, List.of());
        }
        var floor = floor(total, terms, period);
        var dividend = dividend(profit, terms);
        List<Weighted<Holder>> weights = new ArrayList<>();
        shareDays.forEach((holder, days) -> weights.add(new Weighted<>(holder, days)));
        var floors = Apportionment.divide(floor, weights);
        var dividends = Apportionment.divide(dividend, weights);
        List<Line> lines = new ArrayList<>();
        shareDays.forEach((holder, days) ->
                lines.add(new Line(holder, days, required(floors, holder), required(dividends, holder))));
        return new Declared(floor, dividend, lines);
    }

    private static Money required(Map<Holder, Money> parts, Holder holder) {
        return Objects.requireNonNull(parts.get(holder), "part of each holder");
    }

    /** A guarantee is not cut: a part of a fen counts as a fen. */
    private static Money floor(BigInteger shareDays, Terms terms, Period period) {
        var yearly = BigInteger.valueOf((long) WHOLE * terms.dayCount().daysOfYear(period));
        var exact = shareDays.multiply(BigInteger.valueOf(terms.floorRate())).divideAndRemainder(yearly);
        return Money.ofFen(exact[0].longValueExact() + exact[1].signum());
    }

    /** Rounded down to the fen: what is not there cannot be divided. */
    private static Money dividend(Money profit, Terms terms) {
        if (!profit.isPositive()) {
            return Money.ZERO;
        }
        return Money.ofFen(BigInteger.valueOf(profit.fen())
                .multiply(BigInteger.valueOf(terms.profitShare()))
                .divide(BigInteger.valueOf(WHOLE))
                .longValueExact());
    }
}
