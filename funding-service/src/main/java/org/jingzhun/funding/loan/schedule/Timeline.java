package org.jingzhun.funding.loan.schedule;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * Principal over time, constant between break points. Before {@code asOf} it is what was really owed; afterwards it is
 * taken that whatever is overdue is paid on {@code asOf} and the rest as planned. What is paid early counts for the next
 * instalments.
 */
final class Timeline {

    private final Terms terms;
    private final LocalDate asOf;
    private final NavigableMap<LocalDate, Long> planned = new TreeMap<>();
    private final NavigableMap<LocalDate, Long> paid = new TreeMap<>();
    private final TreeSet<LocalDate> breaks = new TreeSet<>();

    Timeline(Terms terms, List<Due> plan, List<Paid> payments, LocalDate asOf) {
        this.terms = terms;
        this.asOf = asOf;
        plan.forEach(due -> planned.merge(due.on(), due.principal().fen(), Math::addExact));
        payments.stream()
                .filter(payment -> !payment.on().isAfter(asOf))
                .forEach(payment -> paid.merge(payment.on(), payment.principal().fen(), Math::addExact));
        accumulate(planned);
        accumulate(paid);
        if (planned(LocalDate.MAX) != terms.principal().fen()) {
            throw new IllegalArgumentException("Plan (" + planned(LocalDate.MAX) + " fen) must sum to the principal");
        }
        if (paid(asOf) > terms.principal().fen()) {
            throw new IllegalArgumentException(
                    "Principal paid (" + paid(asOf) + " fen) must not be more than " + terms.principal());
        }
        breaks.add(terms.from());
        breaks.addAll(planned.keySet());
        breaks.addAll(paid.keySet());
        breaks.add(asOf);
    }

    private static void accumulate(NavigableMap<LocalDate, Long> amounts) {
        long sum = 0;
        for (var entry : amounts.entrySet()) {
            sum += entry.getValue();
            entry.setValue(sum);
        }
    }

    /** Fen planned to be paid up to a day, included. */
    long planned(LocalDate day) {
        return upTo(planned, day);
    }

    /** Fen paid up to a day, included; never looks beyond {@code asOf}. */
    long paid(LocalDate day) {
        return upTo(paid, day);
    }

    private static long upTo(NavigableMap<LocalDate, Long> sums, LocalDate day) {
        var entry = sums.floorEntry(day);
        return entry == null ? 0 : entry.getValue();
    }

    /** Fen owed in the night after a day. */
    long outstanding(LocalDate day) {
        return terms.principal().fen() - (day.isBefore(asOf) ? paid(day) : Math.max(paid(asOf), planned(day)));
    }

    /** Fen of it that should have been paid by then. */
    long overdue(LocalDate day) {
        return day.isBefore(asOf) ? Math.max(0, planned(day) - paid(day)) : 0;
    }

    /** The first day up to {@code asOf}, excluded, of which something planned is unpaid on {@code asOf}. */
    @org.jspecify.annotations.Nullable
    LocalDate overdueSince() {
        return planned.headMap(asOf, false).entrySet().stream()
                .filter(sum -> sum.getValue() > paid(asOf))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Sum over the days of a period of the fen that {@code value} tells for them: fen x days. */
    BigInteger integral(LocalDate from, LocalDate until, ToLongFunction<LocalDate> value) {
        var sum = BigInteger.ZERO;
        for (var start = from; start.isBefore(until); ) {
            var next = breaks.higher(start);
            var end = next == null || next.isAfter(until) ? until : next;
            sum = sum.add(BigInteger.valueOf(value.applyAsLong(start))
                    .multiply(BigInteger.valueOf(terms.dayCount().days(start, end))));
            start = end;
        }
        return sum;
    }
}
