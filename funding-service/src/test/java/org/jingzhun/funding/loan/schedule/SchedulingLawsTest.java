package org.jingzhun.funding.loan.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jingzhun.funding.ledger.money.Money;

/** What holds for every loan, whatever its terms and however it is paid back. */
class SchedulingLawsTest {

    private static final LocalDate START = LocalDate.of(2016, 1, 10);

    record Case(Terms terms, List<Paid> payments, LocalDate asOf) {

        List<Due> plan() {
            return Planning.plan(terms);
        }

        Schedule schedule() {
            return Scheduling.schedule(terms, plan(), payments, asOf);
        }
    }

    @Provide
    Arbitrary<Terms> terms() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 10_000_000),
                        Arbitraries.integers().between(0, 240_000),
                        Arbitraries.of(DayCount.class),
                        Arbitraries.integers().between(1, 2_500),
                        Arbitraries.of(Every.class),
                        Arbitraries.of(Repaid.class),
                        Arbitraries.integers().between(0, 100))
                .as((fen, ppm, count, days, every, repaid, grace) -> new Terms(
                        Money.ofFen(fen),
                        ppm,
                        ppm / 2,
                        count,
                        START,
                        START.plusDays(days),
                        every,
                        repaid,
                        START.plusDays((long) days * grace / 100)));
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        terms(),
                        Arbitraries.integers().between(0, 100).list().ofMaxSize(6),
                        Arbitraries.integers().between(0, 2_800).list().ofSize(6),
                        Arbitraries.integers().between(0, 3_000))
                .as((terms, shares, days, asOf) -> {
                    List<Paid> payments = new ArrayList<>();
                    long left = terms.principal().fen();
                    for (int p = 0; p < shares.size(); p++) {
                        long part = left * shares.get(p) / 100;
                        left -= part;
                        payments.add(
                                new Paid(START.plusDays(days.get(p)), Money.ofFen(part), Money.ofFen(p), Money.ZERO));
                    }
                    return new Case(terms, payments, START.plusDays(asOf));
                });
    }

    @Property(tries = 300)
    void nothingIsLostInRounding(@ForAll("cases") Case loan) {
        var schedule = loan.schedule();
        assertThat(sum(schedule.instalments(), Instalment::principal).plus(schedule.prepaid()))
                .isEqualTo(loan.terms().principal());
        assertThat(sum(schedule.instalments(), Instalment::interest)).isEqualTo(schedule.interest());
        assertThat(schedule.instalments()).allSatisfy(due -> {
            assertThat(due.interest().isNegative()).isFalse();
            assertThat(due.principal().isNegative()).isFalse();
            assertThat(2 * Math.abs(due.remainder())).isLessThanOrEqualTo(due.denominator());
        });
    }

    @Property(tries = 200)
    void theOrderInWhichPaymentsAreToldDoesNotMatter(@ForAll("cases") Case loan, @ForAll Random random) {
        var shuffled = new ArrayList<>(loan.payments());
        Collections.shuffle(shuffled, random);
        assertThat(new Case(loan.terms(), shuffled, loan.asOf()).schedule()).isEqualTo(loan.schedule());
    }

    @Property(tries = 200)
    void aHigherRateNeverBearsLess(@ForAll("terms") Terms terms, @ForAll @IntRange(max = 100_000) int more) {
        var dearer = new Terms(
                terms.principal(),
                terms.ratePpm() + more,
                terms.penaltyPpm(),
                terms.dayCount(),
                terms.from(),
                terms.to(),
                terms.interest(),
                terms.repaid(),
                terms.graceTo());
        assertThat(interest(dearer)).isGreaterThanOrEqualTo(interest(terms));
    }

    @Property(tries = 200)
    void moreDaysNeverBearLess(@ForAll("terms") Terms terms, @ForAll @IntRange(max = 1_000) int more) {
        var bullet = atEnd(terms, terms.to());
        assertThat(interest(atEnd(terms, terms.to().plusDays(more)))).isGreaterThanOrEqualTo(interest(bullet));
    }

    private static Terms atEnd(Terms terms, LocalDate to) {
        return new Terms(
                terms.principal(),
                terms.ratePpm(),
                0,
                terms.dayCount(),
                terms.from(),
                to,
                terms.interest(),
                Repaid.AT_END,
                terms.from());
    }

    @Property(tries = 200)
    void payingBackNeverCostsMore(@ForAll("cases") Case loan) {
        var unpaid = new Case(loan.terms(), List.of(), loan.asOf()).schedule();
        assertThat(loan.schedule().interest()).isLessThanOrEqualTo(unpaid.interest());
        assertThat(loan.schedule().standing().payoff())
                .isLessThanOrEqualTo(unpaid.standing().payoff());
    }

    @Property(tries = 200)
    void subsidiesOfPeriodsSumToThatOfTheWhole(
            @ForAll("cases") Case loan, @ForAll @IntRange(min = 1, max = 400) int days) {
        var end = loan.terms().to().plusDays(500);
        long claimed = 0;
        for (var until = START.plusDays(days); until.isBefore(end); until = until.plusDays(days)) {
            long accrued = subsidised(loan, until, end).fen();
            assertThat(accrued).isGreaterThanOrEqualTo(claimed);
            claimed += accrued - claimed;
        }
        claimed += subsidised(loan, end, end).fen() - claimed;
        assertThat(Money.ofFen(claimed)).isEqualTo(subsidised(loan, end, end));
        assertThat(subsidised(loan, end, end))
                .isLessThanOrEqualTo(Scheduling.schedule(loan.terms(), loan.plan(), loan.payments(), end)
                        .interest());
    }

    private static Money subsidised(Case loan, LocalDate until, LocalDate lastDay) {
        return Scheduling.subsidised(
                loan.terms(), loan.plan(), loan.payments(), loan.terms().ratePpm(), until, lastDay);
    }

    private static Money interest(Terms terms) {
        return Scheduling.schedule(terms, Planning.plan(terms), List.of(), terms.from())
                .interest();
    }

    private static Money sum(List<Instalment> instalments, java.util.function.Function<Instalment, Money> part) {
        return instalments.stream().map(part).reduce(Money.ZERO, Money::plus);
    }
}
