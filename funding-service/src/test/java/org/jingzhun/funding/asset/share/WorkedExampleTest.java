package org.jingzhun.funding.asset.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jingzhun.funding.asset.share.Apportionment.Weighted;
import org.jingzhun.funding.asset.share.Dividends.Holding;
import org.jingzhun.funding.asset.share.Quantification.Mode;
import org.jingzhun.funding.asset.share.Quantification.Terms;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The cooperative in Sichuan whose figures are published: 1,000,000 yuan of fund money for 138 poor members, a floor of
 * 5 %, 29 % of the profit.
 */
class WorkedExampleTest {

    private static final long VILLAGE = 510521900201L;
    private static final Money VALUE = Money.ofYuan(1_000_000);
    private static final LocalDate BEGIN = LocalDate.of(2017, 1, 1);
    private static final Period YEAR = new Period(BEGIN, LocalDate.of(2017, 12, 31));
    private static final Dividends.Terms TERMS = new Dividends.Terms(500, 2_900, DayCount.ACTUAL);
    private static final Terms CERTIFICATES = new Terms(Mode.EQUAL, Money.ofYuan(1), Money.ZERO);

    private static List<Candidate> members(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Candidate(new Holder(VILLAGE, new UUID(0, i)), 1, false))
                .toList();
    }

    private static List<Holding> holdings() {
        var divided = Quantification.divide(VALUE, members(138), CERTIFICATES);
        List<Holding> holdings = new ArrayList<>();
        divided.shares().forEach(s -> holdings.add(new Holding(s.holder(), s.amount(), BEGIN, null)));
        holdings.add(new Holding(Holder.collective(VILLAGE), divided.remainder(), BEGIN, null));
        return holdings;
    }

    @Test
    void eachCertificateReads7246AndFiftyTwoYuanAreLeft() {
        var divided = Quantification.divide(VALUE, members(138), CERTIFICATES);
        assertThat(divided.shares()).hasSize(138).allMatch(share -> share.amount()
                .equals(Money.ofYuan(7_246)));
        assertThat(divided.remainder()).isEqualTo(Money.ofYuan(52));
        assertThat(divided.waiting()).isEmpty();
    }

    @Test
    void theFloorIs50000TheDividend29000AndBoth79000() {
        var declared = Dividends.declare(YEAR, Money.ofYuan(100_000), TERMS, holdings());
        assertThat(declared.floor()).isEqualTo(Money.ofYuan(50_000));
        assertThat(declared.dividend()).isEqualTo(Money.ofYuan(29_000));
        assertThat(declared.amount()).isEqualTo(Money.ofYuan(79_000));
        assertThat(declared.lines().stream().map(Dividends.Line::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.ofYuan(79_000));
        var households = declared.lines().stream()
                .filter(l -> !l.holder().isCollective())
                .toList();
        assertThat(households).hasSize(138).allSatisfy(line -> assertThat(line.amount())
                .isBetween(Money.parse("572.42"), Money.parse("572.45")));
        assertThat(declared.lines().getFirst().holder().isCollective()).isTrue();
        assertThat(declared.lines().getFirst().amount()).isBetween(Money.parse("4.10"), Money.parse("4.11"));
    }

    @Test
    void dividedByHeadsAlone79000IsAsPublished57246Each() {
        List<Weighted<Integer>> heads = IntStream.rangeClosed(1, 138)
                .mapToObj(i -> new Weighted<>(i, BigInteger.ONE))
                .toList();
        var parts = Apportionment.divide(Money.ofYuan(79_000), heads);
        assertThat(parts.values()).filteredOn(Money.parse("572.47")::equals).hasSize(52);
        assertThat(parts.values()).filteredOn(Money.parse("572.46")::equals).hasSize(86);
    }

    @Test
    void aLossLeavesTheFloorAndBringsNoDividend() {
        var declared = Dividends.declare(YEAR, Money.ofYuan(-5_000), TERMS, holdings());
        assertThat(declared.floor()).isEqualTo(Money.ofYuan(50_000));
        assertThat(declared.dividend()).isEqualTo(Money.ZERO);
    }

    @Test
    void aHouseholdThatLeavesInMidYearGetsItsDaysAndTheCollectiveTheOthers() {
        var leaver = new Holder(VILLAGE, new UUID(0, 1));
        var change = LocalDate.of(2017, 7, 1);
        var changed = holdings().stream()
                .flatMap(h -> h.holder().equals(leaver)
                        ? Stream.of(
                                new Holding(leaver, h.amount(), BEGIN, change),
                                new Holding(Holder.collective(VILLAGE), h.amount(), change, null))
                        : Stream.of(h))
                .toList();
        var declared = Dividends.declare(YEAR, Money.ofYuan(100_000), TERMS, changed);
        assertThat(declared.amount()).isEqualTo(Money.ofYuan(79_000));
        var line = declared.lines().stream()
                .filter(l -> l.holder().equals(leaver))
                .findFirst()
                .orElseThrow();
        assertThat(line.shareDays()).isEqualTo(BigInteger.valueOf(724_600L * 181));
        assertThat(line.amount()).isBetween(Money.parse("283.86"), Money.parse("283.88"));
    }

    @Test
    void whenTheValueDoesNotSufficeThoseWithoutLabourComeFirst() {
        var candidates = new ArrayList<>(members(3));
        candidates.add(new Candidate(new Holder(VILLAGE, new UUID(0, 99)), 1, true));
        var divided = Quantification.divide(
                Money.ofYuan(5_000), candidates, new Terms(Mode.EQUAL, Money.ofYuan(1), Money.ofYuan(2_500)));
        assertThat(divided.shares())
                .extracting(share -> share.holder().householdId())
                .containsExactly(new UUID(0, 1), new UUID(0, 99));
        assertThat(divided.waiting()).hasSize(2);
        assertThat(divided.remainder()).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "ACTUAL,   2016-01-01, 2016-12-31, 50000.00",
        "DAYS_365, 2016-01-01, 2016-12-31, 50136.99",
        "DAYS_360, 2017-01-01, 2017-12-31, 50694.45",
        "ACTUAL,   2017-01-01, 2017-01-01, 136.99",
        "DAYS_360, 2017-01-01, 2017-01-31, 4305.56"
    })
    void theFloorIsCountedByDaysAndAPartOfAFenCountsAsAFen(DayCount count, LocalDate from, LocalDate to, String floor) {
        var held = List.of(new Holding(Holder.collective(VILLAGE), VALUE, LocalDate.of(2016, 1, 1), null));
        var declared = Dividends.declare(new Period(from, to), Money.ZERO, new Dividends.Terms(500, 0, count), held);
        assertThat(declared.floor()).hasToString(floor);
    }

    @Test
    void badInputIsRefusedPlainly() {
        var twice = List.of(members(1).getFirst(), members(1).getFirst());
        assertThatThrownBy(() -> Quantification.divide(VALUE, twice, CERTIFICATES))
                .hasMessageContaining("must be a candidate once");
        assertThatThrownBy(() -> new Candidate(Holder.collective(VILLAGE), 0, false))
                .hasMessageContaining("must be at least 1");
        assertThatThrownBy(() -> new Dividends.Terms(10_001, 0, DayCount.ACTUAL))
                .hasMessageContaining("0 to 10000");
        assertThatThrownBy(() -> new Period(LocalDate.of(2016, 12, 1), LocalDate.of(2017, 1, 1)))
                .hasMessageContaining("one calendar year");
        assertThatThrownBy(() -> Apportionment.divide(Money.ofYuan(1), List.of(new Weighted<>(1, BigInteger.ZERO))))
                .hasMessageContaining("must not all be 0");
    }
}
