package org.jingzhun.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jingzhun.funding.allocation.formula.Direction;
import org.jingzhun.funding.allocation.formula.Factor;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Divided;
import org.jingzhun.funding.allocation.formula.FactorFormula;
import org.jingzhun.funding.allocation.formula.Receivers;
import org.jingzhun.funding.allocation.formula.Shares;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Divides money among all villages of a region by three factors with floors and caps, exact to the fen; the peer is the
 * same formula in floating point, which neither adds up nor explains itself. Then among as many receivers as the region has
 * poor households, with every option there is: tables, inverse factors, floors, caps, deductions, rewards and a reserve.
 */
final class AllocationBench {

    private static final int VILLAGES = 15_000;
    private static final long FIRST_VILLAGE = 450_000_000_000L;
    private static final long AMOUNT_YUAN = 6_000_000_000L;
    private static final Money FLOOR = Money.ofYuan(100_000);
    private static final Money CAP = Money.ofYuan(900_000);
    private static final List<Factor> FACTORS = List.of(
            new Factor("POOR_PERSONS", 6_000, Direction.DIRECT),
            new Factor("INCIDENCE", 2_500, Direction.DIRECT),
            new Factor("INCOME", 1_500, Direction.INVERSE));

    private static final int MANY = 1_258_000;
    private static final double LIMIT_SECONDS = 5;
    private static final double NANOSECONDS = 1e9;
    private static final int RUNS = 5;

    private AllocationBench() {}

    static List<Figure> run() {
        long[][] values = values();
        var receivers = Receivers.of(FACTORS.stream().map(Factor::code).toList());
        for (int village = 0; village < VILLAGES; village++) {
            receivers.add(
                    FIRST_VILLAGE + village, FLOOR, CAP, values[0][village], values[1][village], values[2][village]);
        }
        Receivers built = receivers.build();
        Money amount = Money.ofYuan(AMOUNT_YUAN);
        double exact = Stopwatch.unitsPerSecond(
                VILLAGES, () -> divide(amount, built).amount(0).fen());
        Shares shares = divide(amount, built);
        double explained = Stopwatch.unitsPerSecond(VILLAGES, () -> {
            long parts = 0;
            for (int village = 0; village < VILLAGES; village++) {
                parts += shares.explain(village).parts().size();
            }
            return parts;
        });
        double floating = Stopwatch.unitsPerSecond(VILLAGES, () -> inFloatingPoint(values));
        double[] seconds = inFull();
        return List.of(
                new Figure("1,258,000 receivers, every option", seconds[0], "s", LIMIT_SECONDS, Figure.AT_MOST),
                new Figure("explaining each of them", seconds[1] - seconds[0], "s", seconds[0], "dividing"),
                new Figure("allocation to the fen", exact, "villages/s", floating, "floating point"),
                new Figure("explaining every share", explained, "villages/s", exact, "allocation"));
    }

    /** Median seconds from the receivers' rows to the shares, and to the explanation of every share. */
    private static double[] inFull() {
        List<Factor> factors = List.of(
                new Factor("POOR_PERSONS", 4_000, Direction.DIRECT),
                new Factor("INCIDENCE", 2_500, Direction.DIRECT),
                new Factor("INCOME", 1_500, Direction.INVERSE),
                new Factor("RURAL_PERSONS", 1_000, Direction.DIRECT),
                new Factor("TABLE", 1_000, Direction.INVERSE));
        double[] divided = new double[RUNS];
        double[] explained = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            var shares = divideAll(factors);
            divided[run] = (System.nanoTime() - start) / NANOSECONDS;
            long fen = 0;
            for (int receiver = 0; receiver < MANY; receiver++) {
                fen += shares.explain(receiver).amount().fen();
            }
            explained[run] = (System.nanoTime() - start) / NANOSECONDS;
            if (fen != Money.ofYuan(AMOUNT_YUAN).fen()) {
                throw new IllegalStateException("Shares (" + fen + " fen) must add up to the amount.");
            }
        }
        Arrays.sort(divided);
        Arrays.sort(explained);
        return new double[] {divided[RUNS / 2], explained[RUNS / 2]};
    }

    private static Shares divideAll(List<Factor> factors) {
        var random = new SplittableRandom(7);
        var receivers = Receivers.of(factors.stream().map(Factor::code).toList());
        Money floor = Money.ofYuan(1_000);
        for (int receiver = 0; receiver < MANY; receiver++) {
            long persons = random.nextLong(1, 12);
            int graded = random.nextInt(20);
            receivers.add(
                    FIRST_VILLAGE + MANY - receiver,
                    new Receivers.Conditions(
                            receiver % 3 == 0 ? floor : Money.ZERO,
                            receiver % 2 == 0 ? Money.ofYuan(2_000 * persons) : null,
                            graded == 0 ? 500 : 0,
                            graded == 1 ? 500 : 0),
                    persons,
                    random.nextLong(10_000, 500_000),
                    random.nextLong(200_000, 900_000),
                    random.nextLong(100, 5_000),
                    random.nextLong(0, 1_000_000));
        }
        if (FactorFormula.allocate(Money.ofYuan(AMOUNT_YUAN), 200, factors, receivers.build())
                instanceof Divided(Shares shares)) {
            return shares;
        }
        throw new IllegalStateException("The amount must be divisible.");
    }

    private static Shares divide(Money amount, Receivers receivers) {
        if (FactorFormula.allocate(amount, FACTORS, receivers) instanceof Divided(Shares shares)) {
            return shares;
        }
        throw new IllegalStateException("The amount must be divisible.");
    }

    private static long[][] values() {
        var random = new SplittableRandom(42);
        long[][] values = new long[FACTORS.size()][VILLAGES];
        for (int village = 0; village < VILLAGES; village++) {
            values[0][village] = random.nextLong(20, 900);
            values[1][village] = random.nextLong(10_000, 500_000);
            values[2][village] = random.nextLong(200_000, 900_000);
        }
        return values;
    }

    private static long inFloatingPoint(long[][] values) {
        double[] totals = new double[values.length];
        long turn = 1_100_000;
        for (int village = 0; village < VILLAGES; village++) {
            totals[0] += values[0][village];
            totals[1] += values[1][village];
            totals[2] += turn - values[2][village];
        }
        double given = 0;
        for (int village = 0; village < VILLAGES; village++) {
            double part = 0.6 * values[0][village] / totals[0]
                    + 0.25 * values[1][village] / totals[1]
                    + 0.15 * (turn - values[2][village]) / totals[2];
            given += Math.min(9e7, Math.max(1e7, AMOUNT_YUAN * 100.0 * part));
        }
        return (long) given;
    }
}
