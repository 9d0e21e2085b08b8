package org.jingzhun.funding.loan.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules worked out by hand. */
class SchedulingTest {

    private static final LocalDate JAN_10 = LocalDate.of(2016, 1, 10);

    private static Terms micro() {
        return new Terms(
                Money.ofYuan(50_000),
                43_500,
                0,
                DayCount.ACT_360,
                JAN_10,
                LocalDate.of(2017, 1, 10),
                Every.QUARTER,
                Repaid.AT_END,
                JAN_10);
    }

    private static Paid paid(LocalDate on, String principal, String interest) {
        return new Paid(on, Money.parse(principal), Money.parse(interest), Money.ZERO);
    }

    private static Schedule schedule(Terms terms, List<Paid> payments, LocalDate asOf) {
        return Scheduling.schedule(terms, Planning.plan(terms), payments, asOf);
    }

    @ParameterizedTest
    @CsvSource({
        "ACT_360, 2016-01-31, 2016-03-01, 30",
        "ACT_365, 2015-02-28, 2015-03-01, 1",
        "THIRTY_360, 2016-01-31, 2016-03-01, 31",
        "THIRTY_360, 2016-01-10, 2017-01-10, 360",
        "ACT_360, 2016-01-10, 2017-01-10, 366"
    })
    void daysAreCountedAsTheProductSays(DayCount rule, LocalDate from, LocalDate to, long days) {
        assertThat(rule.days(from, to)).isEqualTo(days);
    }

    /** 50,000 x 4.35 % x 366 / 360 = 2,211.25, in five settlements of 70, 92, 92, 91 and 21 days. */
    @Test
    void aMicroCreditPaysInterestByTheQuarterAndItsPrincipalAtTheEnd() {
        var schedule = schedule(micro(), List.of(), JAN_10);
        assertThat(schedule.instalments()).extracting(Instalment::days).containsExactly(70L, 92L, 92L, 91L, 21L);
        assertThat(schedule.instalments())
                .extracting(i -> i.interest().toString())
                .containsExactly("422.92", "555.83", "555.83", "549.80", "126.87");
        assertThat(schedule.instalments())
                .extracting(i -> i.principal().toString())
                .containsExactly("0.00", "0.00", "0.00", "0.00", "50000.00");
        assertThat(schedule.interest()).isEqualTo(Money.parse("2211.25"));
        assertThat(schedule.instalments().getLast().remainder()).isZero();
        assertThat(schedule.instalments().getFirst().remainder()).isNegative();
    }

    @Test
    void partsThatDoNotDivideLeaveTheRestToTheLast() {
        var terms = new Terms(
                Money.ofYuan(100),
                0,
                0,
                DayCount.ACT_365,
                LocalDate.of(2016, 9, 1),
                LocalDate.of(2020, 9, 1),
                Every.YEAR,
                Repaid.EQUAL_PARTS,
                LocalDate.of(2017, 12, 20));
        assertThat(Planning.plan(terms))
                .extracting(Due::on, due -> due.principal().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2018, 12, 20), "33.33"),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2019, 12, 20), "33.33"),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2020, 9, 1), "33.34"));
    }

    /** Half is paid on 20 June: the other half bears 204 days, 25,000 x 4.35 % x 204 / 360 = 616.25. */
    @Test
    void whatIsPaidEarlyBearsNoInterestAnyMore() {
        var early = List.of(paid(LocalDate.of(2016, 6, 20), "25000.00", "978.75"));
        var schedule = schedule(micro(), early, LocalDate.of(2016, 6, 20));
        assertThat(schedule.interest()).isEqualTo(Money.parse("978.75").plus(Money.parse("616.25")));
        assertThat(schedule.prepaid()).isEqualTo(Money.ofYuan(25_000));
        assertThat(schedule.instalments().getLast().principal()).isEqualTo(Money.ofYuan(25_000));
        assertThat(schedule.standing().payoff()).isEqualTo(Money.ofYuan(25_000));
    }

    @Test
    void aLoanIsOverdueFromTheDayAfterItsMaturityAndBearsInterestOn() {
        var onTheDay = schedule(micro(), List.of(), LocalDate.of(2017, 1, 10)).standing();
        assertThat(onTheDay.overduePrincipal()).isEqualTo(Money.ZERO);
        assertThat(onTheDay.payoff()).isEqualTo(Money.parse("52211.25"));

        var later = schedule(micro(), List.of(), LocalDate.of(2017, 4, 10));
        assertThat(later.standing().overduePrincipal()).isEqualTo(Money.ofYuan(50_000));
        assertThat(later.standing().overdueSince()).isEqualTo(LocalDate.of(2017, 1, 10));
        assertThat(later.standing().daysOverdue()).isEqualTo(90);
        assertThat(later.instalments().getLast().interest()).isEqualTo(Money.parse("543.75"));
        assertThat(later.standing().penalty()).isEqualTo(Money.ZERO);
    }

    /** 50,000 x 2 % x 90 / 360 = 250.00 beside the interest, if the product bears penalty interest at all. */
    @Test
    void penaltyInterestIsBorneByWhatIsOverdueAlone() {
        var terms = new Terms(
                Money.ofYuan(50_000),
                43_500,
                20_000,
                DayCount.ACT_360,
                JAN_10,
                LocalDate.of(2017, 1, 10),
                Every.QUARTER,
                Repaid.AT_END,
                JAN_10);
        assertThat(schedule(terms, List.of(), LocalDate.of(2017, 4, 10))
                        .standing()
                        .penalty())
                .isEqualTo(Money.parse("250.00"));
        assertThat(schedule(terms, List.of(), LocalDate.of(2017, 1, 10))
                        .standing()
                        .penalty())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void overdueDaysAreNotSubsidised() {
        var terms = micro();
        var plan = Planning.plan(terms);
        var matures = terms.to();
        var far = LocalDate.of(2018, 1, 1);
        assertThat(Scheduling.subsidised(terms, plan, List.of(), 43_500, far, far))
                .isEqualTo(Money.parse("2211.25"));
        assertThat(Scheduling.subsidised(terms, plan, List.of(), 43_500, LocalDate.of(2016, 4, 1), matures))
                .isEqualTo(Money.parse("495.42"));
        assertThat(Scheduling.subsidised(terms, plan, List.of(), 43_500, JAN_10, matures))
                .isEqualTo(Money.ZERO);
    }

    @Test
    void anExtensionPutsOffTheLastPartAlone() {
        var extended = Planning.extend(Planning.plan(micro()), LocalDate.of(2017, 7, 10));
        assertThat(extended).containsExactly(new Due(LocalDate.of(2017, 7, 10), Money.ofYuan(50_000)));
        assertThatThrownBy(() -> Planning.extend(extended, LocalDate.of(2017, 7, 10)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreThanTheLoanIsNotPaidBack() {
        var tooMuch = List.of(paid(LocalDate.of(2016, 6, 20), "50000.01", "0.00"));
        assertThatThrownBy(() -> schedule(micro(), tooMuch, LocalDate.of(2016, 6, 20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be more");
    }
}
