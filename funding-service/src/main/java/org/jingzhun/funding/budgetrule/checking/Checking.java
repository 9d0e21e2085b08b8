package org.jingzhun.funding.budgetrule.checking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Checks each rule. Ratios are basis points (万分之一); a bound is never rounded in the county's favour. */
public final class Checking {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    private Checking() {}

    /** {@link Rule#INPUT_INCREMENT}; a figure that was not found is null. */
    public static Check inputIncrement(
            int basisPoints,
            @Nullable Figure revenueBefore,
            @Nullable Figure revenueNow,
            Figure inputBefore,
            Figure inputNow) {
        List<Figure> figures = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        take("REVENUE_BEFORE", revenueBefore, figures, missing);
        take("REVENUE", revenueNow, figures, missing);
        figures.add(inputBefore);
        figures.add(inputNow);
        if (revenueBefore == null || revenueNow == null) {
            return new Check(Rule.INPUT_INCREMENT, Verdict.UNKNOWN, null, null, figures, missing);
        }
        var growth = revenueNow.amount().minus(revenueBefore.amount());
        var actual = inputNow.amount().minus(inputBefore.amount());
        if (!growth.isPositive()) {
            return new Check(Rule.INPUT_INCREMENT, Verdict.NO_OBLIGATION, Money.ZERO, actual, figures, missing);
        }
        return atLeast(Rule.INPUT_INCREMENT, share(growth, basisPoints, true), actual, figures);
    }

    /** {@link Rule#RECLAIMED_IDLE}. */
    public static Check reclaimedIdle(int basisPoints, @Nullable Figure reclaimed, Figure used) {
        if (reclaimed == null) {
            return new Check(
                    Rule.RECLAIMED_IDLE, Verdict.UNKNOWN, null, null, List.of(used), List.of("RECLAIMED_IDLE"));
        }
        var figures = List.of(reclaimed, used);
        if (reclaimed.amount().isZero()) {
            return new Check(Rule.RECLAIMED_IDLE, Verdict.NO_OBLIGATION, Money.ZERO, used.amount(), figures, List.of());
        }
        return atLeast(Rule.RECLAIMED_IDLE, share(reclaimed.amount(), basisPoints, true), used.amount(), figures);
    }

    /** {@link Rule#MANAGEMENT_FEE}. */
    public static Check managementFee(int basisPoints, Figure central, @Nullable Figure fee) {
        if (fee == null) {
            return new Check(
                    Rule.MANAGEMENT_FEE, Verdict.UNKNOWN, null, null, List.of(central), List.of("MANAGEMENT_FEE"));
        }
        var most = share(central.amount(), basisPoints, false);
        return new Check(
                Rule.MANAGEMENT_FEE,
                fee.amount().compareTo(most) <= 0 ? Verdict.HOLDS : Verdict.BROKEN,
                most,
                fee.amount(),
                List.of(central, fee),
                List.of());
    }

    /** {@link Rule#SEPARATE_LINE}: broken funds are named in {@code missing}. */
    public static Check separateLine(List<FactorFund> funds) {
        List<Figure> figures = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (var fund : funds) {
            figures.add(fund.total());
            if (fund.separate() != null) {
                figures.add(fund.separate());
            }
            if (fund.separate() == null || fund.separate().amount().isZero()) {
                without.add(fund.total().subject());
            }
        }
        return new Check(Rule.SEPARATE_LINE, verdict(funds, without), null, null, figures, without);
    }

    private static Verdict verdict(List<FactorFund> funds, List<String> without) {
        if (funds.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return without.isEmpty() ? Verdict.HOLDS : Verdict.BROKEN;
    }

    private static void take(String name, @Nullable Figure figure, List<Figure> figures, List<String> missing) {
        if (figure == null) {
            missing.add(name);
        } else {
            figures.add(figure);
        }
    }

    private static Check atLeast(Rule rule, Money least, Money actual, List<Figure> figures) {
        return new Check(
                rule, actual.compareTo(least) >= 0 ? Verdict.HOLDS : Verdict.BROKEN, least, actual, figures, List.of());
    }

    private static Money share(Money whole, int basisPoints, boolean up) {
        var parts = BigInteger.valueOf(whole.fen())
                .multiply(BigInteger.valueOf(basisPoints))
                .divideAndRemainder(WHOLE);
        long fen = parts[0].longValueExact();
        return Money.ofFen(up && parts[1].signum() > 0 ? fen + 1 : fen);
    }
}
