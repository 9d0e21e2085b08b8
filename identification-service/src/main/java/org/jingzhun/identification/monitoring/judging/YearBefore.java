package org.jingzhun.identification.monitoring.judging;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The net income of the twelve months before a day (前12个月收入), not of a calendar year. Of incomes that overlap the one
 * that ends last counts for a day, and each counts by its part of days.
 *
 * @param from first day
 * @param to last day: the day before the one asked about
 * @param shares of each income that counts, the latest first
 * @param days of the twelve months
 * @param coveredDays of them within a recorded income
 * @param netFen sum of the shares
 * @param persons among whom it is shared, 1 or more
 * @param perHeadFen in whole fen, rounded down
 */
public record YearBefore(
        LocalDate from,
        LocalDate to,
        List<Share> shares,
        int days,
        int coveredDays,
        long netFen,
        int persons,
        long perHeadFen) {

    public YearBefore {
        shares = List.copyOf(shares);
    }

    /**
     * What an income contributes.
     *
     * @param from the first of its days that count
     * @param to the last of them
     * @param days that count
     * @param daysOfPeriod of the whole income
     * @param fen its net amount by days, rounded down
     */
    public record Share(UUID income, LocalDate from, LocalDate to, int days, int daysOfPeriod, long fen) {}

    /** @throws IllegalArgumentException for nobody */
    public static YearBefore of(LocalDate day, List<RecordedIncome> incomes, int persons) {
        if (persons < 1) {
            throw new IllegalArgumentException("persons (%d) must be 1 or more".formatted(persons));
        }
        LocalDate from = day.minusYears(1);
        int days = (int) ChronoUnit.DAYS.between(from, day);
        BitSet covered = new BitSet(days);
        List<Share> shares = new ArrayList<>();
        long net = 0;
        for (RecordedIncome income : inOrder(incomes)) {
            BitSet own = daysOf(income, from, days);
            own.andNot(covered);
            if (!own.isEmpty()) {
                covered.or(own);
                Share share = share(income, own, from);
                shares.add(share);
                net += share.fen();
            }
        }
        return new YearBefore(
                from, day.minusDays(1), shares, days, covered.cardinality(), net, persons, Math.floorDiv(net, (long)
                        persons));
    }

    /** Whether so many days are covered that the income counts as known. */
    public boolean known(long leastCoveredDays) {
        return coveredDays > 0 && coveredDays >= leastCoveredDays;
    }

    /**
     * Whether the income is below a line; of days that no income covers neither side counts.
     *
     * @param paymentsFen of the household, taken off first
     * @param lineFen a head and year
     */
    public boolean below(long lineFen, long paymentsFen) {
        return (netFen - paymentsFen) * days < lineFen * persons * coveredDays;
    }

    private static List<RecordedIncome> inOrder(List<RecordedIncome> incomes) {
        return incomes.stream()
                .sorted(Comparator.comparing(RecordedIncome::to)
                        .thenComparing(RecordedIncome::from)
                        .thenComparing(RecordedIncome::id)
                        .reversed())
                .toList();
    }

    private static BitSet daysOf(RecordedIncome income, LocalDate from, int days) {
        int first = Math.clamp(ChronoUnit.DAYS.between(from, income.from()), 0, days);
        int behind = Math.clamp(ChronoUnit.DAYS.between(from, income.to()) + 1, first, days);
        BitSet own = new BitSet(days);
        own.set(first, behind);
        return own;
    }

    private static Share share(RecordedIncome income, BitSet own, LocalDate from) {
        int ofPeriod = (int) ChronoUnit.DAYS.between(income.from(), income.to()) + 1;
        return new Share(
                income.id(),
                from.plusDays(own.nextSetBit(0)),
                from.plusDays(own.length() - 1L),
                own.cardinality(),
                ofPeriod,
                Math.floorDiv(income.netFen() * own.cardinality(), (long) ofPeriod));
    }
}
