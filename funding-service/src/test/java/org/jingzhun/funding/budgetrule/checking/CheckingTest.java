package org.jingzhun.funding.budgetrule.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules at their boundaries, and the laws that hold everywhere. */
class CheckingTest {

    private static Figure fen(long fen) {
        return new Figure("F", "", Money.ofFen(fen), "文1, 2016-12-31");
    }

    private static @Nullable Figure figure(@Nullable Long fen) {
        return fen == null ? null : fen(fen);
    }

    /** Revenue and input of two years in fen; 20 %. */
    @ParameterizedTest
    @CsvSource({
        "1000, 2000, 500, 700, HOLDS, 200",
        "1000, 2000, 500, 699, BROKEN, 200",
        "1000, 2001, 500, 700, BROKEN, 201",
        "1000, 1000, 500, 100, NO_OBLIGATION, 0",
        "1000,  900, 500, 100, NO_OBLIGATION, 0",
        "    , 2000, 500, 700, UNKNOWN,",
        "1000,     , 500, 700, UNKNOWN,",
    })
    void inputGrowsByAFifthOfTheGrowthOfRevenue(
            @Nullable Long before,
            @Nullable Long now,
            long input,
            long inputNow,
            Verdict verdict,
            @Nullable Long bound) {
        var check = Checking.inputIncrement(2000, figure(before), figure(now), fen(input), fen(inputNow));

        assertThat(check.verdict()).isEqualTo(verdict);
        assertThat(check.bound()).isEqualTo(bound == null ? null : Money.ofFen(bound));
        assertThat(check.missing()).hasSize((before == null ? 1 : 0) + (now == null ? 1 : 0));
    }

    @ParameterizedTest
    @CsvSource({"101, 51, HOLDS", "101, 50, BROKEN", "0, 0, NO_OBLIGATION", ", 50, UNKNOWN"})
    void halfOfTheReclaimedMoneyIsUsed(@Nullable Long reclaimed, long used, Verdict verdict) {
        assertThat(Checking.reclaimedIdle(5000, figure(reclaimed), fen(used)).verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"10099, 100, HOLDS", "10099, 101, BROKEN", "0, 0, HOLDS", "0, 1, BROKEN", "10099, , UNKNOWN"})
    void theManagementFeeIsAHundredthAtMost(long central, @Nullable Long fee, Verdict verdict) {
        assertThat(Checking.managementFee(100, fen(central), figure(fee)).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void aFundWithoutALineOfItsOwnIsNamed() {
        var roads = new Figure("FUND", "农村公路", Money.ofFen(100), "文1");
        var schools = new Figure("FUND", "薄弱学校", Money.ofFen(100), "文2");

        var check = Checking.separateLine(List.of(
                new FactorFund(roads, null), new FactorFund(schools, new Figure("L", "薄弱学校", Money.ofFen(1), "文2"))));

        assertThat(check.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(check.missing()).containsExactly("农村公路");
        assertThat(Checking.separateLine(List.of()).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Property
    void theBoundIsTheSmallestThatReachesTheRatio(
            @ForAll @LongRange(min = 1, max = Money.LIMIT_FEN) long growth,
            @ForAll @IntRange(min = 1, max = 10_000) int ratio) {
        var bound = Checking.inputIncrement(ratio, fen(0), fen(growth), fen(0), fen(0))
                .bound();

        var asked = BigInteger.valueOf(growth).multiply(BigInteger.valueOf(ratio));
        var reached = BigInteger.valueOf(bound == null ? -1 : bound.fen()).multiply(BigInteger.valueOf(10_000));
        assertThat(reached).isBetween(asked, asked.add(BigInteger.valueOf(9_999)));
    }

    @Property
    void moreInputNeverBreaksARuleThatHeld(
            @ForAll @LongRange(max = 1_000_000) long growth,
            @ForAll @LongRange(max = 1_000_000) long input,
            @ForAll @LongRange(max = 1_000) long more) {
        var before = Checking.inputIncrement(2000, fen(0), fen(growth), fen(0), fen(input));
        var after = Checking.inputIncrement(2000, fen(0), fen(growth), fen(0), fen(input + more));

        assertThat(after.verdict())
                .isIn(before.verdict() == Verdict.HOLDS ? List.of(Verdict.HOLDS) : List.of(Verdict.values()));
    }
}
