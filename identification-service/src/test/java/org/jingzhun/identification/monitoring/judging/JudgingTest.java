package org.jingzhun.identification.monitoring.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.monitoring.judging.Judgement.Ground;
import org.jingzhun.identification.monitoring.judging.Judgement.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which class the figures point to. */
class JudgingTest {

    private static final LocalDate DAY = LocalDate.of(2021, 3, 1);
    private static final YearLine LINE = new YearLine(1, 2021, 0, 6_000_00, "文件");

    @ParameterizedTest
    @CsvSource({
        // standing, yuan a head, covered days, payments of the household, sudden, copes: outcome
        "EXITED,   5999, 365, 0,     false, true,  UNSTABLE_EXIT",
        "ORDINARY, 5999, 365, 0,     false, true,  EDGE",
        "ORDINARY, 6000, 365, 0,     false, true,  NOT_AT_RISK",
        "EXITED,   9000, 365, 30000, false, true,  NOT_AT_RISK",
        "EXITED,   9000, 365, 5999,  true,  true,  NOT_AT_RISK",
        "EXITED,   9000, 365, 6001,  true,  true,  SUDDEN_HARDSHIP",
        "ORDINARY, 9000, 365, 0,     true,  false, SUDDEN_HARDSHIP",
        "ORDINARY, 9000, 365, 0,     false, false, NOT_AT_RISK",
        "ORDINARY, 1000, 100, 0,     false, false, UNKNOWN",
        "ORDINARY, 1000, 100, 0,     true,  false, SUDDEN_HARDSHIP",
        "ORDINARY, 1000, 0,   90000, true,  true,  UNKNOWN"
    })
    void theFiguresPointToAClass(
            Standing standing, long yuan, int covered, long payments, boolean sudden, boolean copes, Outcome outcome) {
        YearBefore income = YearBefore.of(
                DAY,
                covered == 0
                        ? List.of()
                        : List.of(new RecordedIncome(
                                new UUID(0, 1), DAY.minusDays(covered), DAY.minusDays(1), yuan * 100 * 2)),
                2);
        Judgement judgement = Judging.judge(new Facts(standing, income, LINE, 330, payments * 100, sudden, copes));
        assertThat(judgement.outcome()).isEqualTo(outcome);
        assertThat(judgement.rules()).isEqualTo("MONITORING-2020");
        assertThat(judgement.grounds()).isNotEmpty();
    }

    @Test
    void theGroundsSayWhy() {
        YearBefore income = YearBefore.of(
                DAY, List.of(new RecordedIncome(new UUID(0, 1), DAY.minusYears(1), DAY.minusDays(1), 9_000_00)), 1);
        assertThat(Judging.judge(new Facts(Standing.EXITED, income, LINE, 330, 4_000_00, true, false))
                        .grounds())
                .containsExactly(Ground.INCOME_ABOVE_LINE, Ground.PAYMENTS_LEAVE_LESS_THAN_LINE, Ground.CANNOT_COPE);
    }

    @Test
    void ofTwoIncomesOfADayTheOneThatEndsLastCounts() {
        UUID old = new UUID(0, 1);
        UUID young = new UUID(0, 2);
        YearBefore year = YearBefore.of(
                DAY,
                List.of(
                        new RecordedIncome(old, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31), 366_00),
                        new RecordedIncome(young, LocalDate.of(2020, 12, 1), LocalDate.of(2021, 2, 28), 900_00)),
                1);
        assertThat(year.shares()).extracting(YearBefore.Share::income).containsExactly(young, old);
        assertThat(year.shares().get(0).days()).isEqualTo(90);
        assertThat(year.shares().get(1).days()).isEqualTo(275);
        assertThat(year.netFen()).isEqualTo(900_00 + 275_00);
        assertThat(year.coveredDays()).isEqualTo(365);
    }

    @Test
    void incomeIsStableOnlyWhenEveryPointIsKnownAndOverTheLine() {
        YearBefore year = YearBefore.of(
                DAY, List.of(new RecordedIncome(new UUID(0, 1), DAY.minusYears(1), DAY.minusDays(1), 7_000_00)), 1);
        Stability.Point over = new Stability.Point(DAY, year, LINE);
        Stability.Point unlined = new Stability.Point(DAY.minusMonths(1), year, null);
        assertThat(new Stability("r", List.of(over), 330).broken()).isNull();
        assertThat(new Stability("r", List.of(over, unlined), 330).broken()).isEqualTo(unlined);
        assertThat(new Stability("r", List.of(over), 366).broken()).isEqualTo(over);
    }
}
