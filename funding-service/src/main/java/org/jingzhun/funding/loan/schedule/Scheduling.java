package org.jingzhun.funding.loan.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jingzhun.funding.ledger.money.Money;

/** Computes schedules and standings of loans: whole numbers, exact to the fen, in no order but that of the days. */
public final class Scheduling {

    private Scheduling() {}

    /**
     * @param plan when principal falls due; its parts sum to the principal
     * @param payments in any order; those after {@code asOf} are not looked at
     * @param asOf the day from which it is seen
     * @throws IllegalArgumentException if more principal was paid than lent, or the plan does not sum to it
     */
    public static Schedule schedule(Terms terms, List<Due> plan, List<Paid> payments, LocalDate asOf) {
        var day = asOf.isBefore(terms.from()) ? terms.from() : asOf;
        var timeline = new Timeline(terms, plan, payments, day);
        List<Instalment> instalments = new ArrayList<>();
        var last = terms.from();
        long billed = 0;
        for (var due : listDueDays(terms, plan, timeline, day)) {
            var interest = interest(terms, timeline, due);
            var instalment = new Instalment(
                    due,
                    Money.ofFen(principalOf(timeline, due, day)),
                    Money.ofFen(interest.fen() - billed),
                    terms.dayCount().days(last, due),
                    interest.remainder(),
                    interest.denominator().longValueExact(),
                    Money.ofFen(timeline.outstanding(due)));
            billed = interest.fen();
            last = due;
            instalments.add(instalment);
        }
        return new Schedule(
                instalments,
                Money.ofFen(Math.max(0, timeline.paid(day) - timeline.planned(day))),
                Money.ofFen(billed),
                standing(terms, timeline, payments, day));
    }

    /** Once a loan has matured and is not paid back, its interest falls due by the day. */
    private static List<LocalDate> listDueDays(Terms terms, List<Due> plan, Timeline timeline, LocalDate asOf) {
        var days = new TreeSet<>(terms.interest().listDays(terms.from(), terms.to()));
        plan.forEach(due -> days.add(due.on()));
        if (asOf.isAfter(days.last())
                && timeline.integral(days.last(), asOf, timeline::outstanding).signum() > 0) {
            days.add(asOf);
        }
        return List.copyOf(days);
    }

    private static long principalOf(Timeline timeline, LocalDate due, LocalDate asOf) {
        long before = timeline.planned(due.minusDays(1));
        long until = timeline.planned(due);
        return due.isAfter(asOf) ? Math.max(0, until - Math.max(before, timeline.paid(asOf))) : until - before;
    }

    private static Interest interest(Terms terms, Timeline timeline, LocalDate until) {
        return Interest.of(
                timeline.integral(terms.from(), until, timeline::outstanding), terms.ratePpm(), terms.dayCount());
    }

    private static Standing standing(Terms terms, Timeline timeline, List<Paid> payments, LocalDate day) {
        long paidInterest = sum(payments, day, Paid::interest);
        long paidPenalty = sum(payments, day, Paid::penalty);
        long owed = terms.principal().fen() - timeline.paid(day);
        long accrued = interest(terms, timeline, day).fen();
        long billed = interest(terms, timeline, lastSettlement(terms, day)).fen();
        long penalty = Math.max(
                0,
                Interest.of(
                                        timeline.integral(terms.from(), day, timeline::overdue),
                                        terms.penaltyPpm(),
                                        terms.dayCount())
                                .fen()
                        - paidPenalty);
        var since = timeline.overdueSince();
        return new Standing(
                day,
                Money.ofFen(owed),
                Money.ofFen(Math.max(0, timeline.planned(day.minusDays(1)) - timeline.paid(day))),
                Money.ofFen(Math.max(0, billed - paidInterest)),
                Money.ofFen(accrued),
                Money.ofFen(penalty),
                Money.ofFen(owed + Math.max(0, accrued - paidInterest) + penalty),
                since,
                since == null ? 0 : ChronoUnit.DAYS.between(since, day));
    }

    /** The last settlement before the day; the day itself once the loan has matured. */
    private static LocalDate lastSettlement(Terms terms, LocalDate day) {
        return day.isAfter(terms.to())
                ? day
                : terms.interest().listDays(terms.from(), terms.to()).stream()
                        .filter(settled -> settled.isBefore(day))
                        .reduce(terms.from(), (first, later) -> later);
    }

    private static long sum(List<Paid> payments, LocalDate until, java.util.function.Function<Paid, Money> part) {
        return payments.stream()
                .filter(payment -> !payment.on().isAfter(until))
                .mapToLong(payment -> part.apply(payment).fen())
                .sum();
    }

    /**
     * The interest that is subsidised (贴息) from the payout until a day: that of principal which is not overdue, at the
     * subsidised rate. What a quarter adds is the difference of two such sums, so that quarters add up to the whole.
     *
     * @param subsidyPpm millionths a year
     * @param until excluded
     * @param lastDay the day before which the subsidy ends
     */
    public static Money subsidised(
            Terms terms, List<Due> plan, List<Paid> payments, int subsidyPpm, LocalDate until, LocalDate lastDay) {
        var end = until.isBefore(lastDay) ? until : lastDay;
        if (!end.isAfter(terms.from())) {
            return Money.ZERO;
        }
        var timeline = new Timeline(terms, plan, payments, end);
        var regular = timeline.integral(terms.from(), end, day -> timeline.outstanding(day) - timeline.overdue(day));
        return Interest.of(regular, subsidyPpm, terms.dayCount()).rounded();
    }
}
