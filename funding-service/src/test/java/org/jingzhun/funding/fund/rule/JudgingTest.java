package org.jingzhun.funding.fund.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jingzhun.funding.fund.rule.Drawing.Portion;
import org.jingzhun.funding.fund.rule.Judging.Finding;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgingTest {

    private static final FundRule MEDICAL = new FundRule(
            FundKind.MEDICAL_AID,
            "OWN_PAYMENT",
            "2016",
            LocalDate.of(2016, 1, 1),
            null,
            0,
            AidForm.GRANT,
            FundRule.Receiver.HOUSEHOLD,
            Money.ofFen(1),
            Money.ofYuan(5_000),
            Money.ofYuan(10_000),
            9_000,
            0,
            0,
            0,
            false,
            List.of("BASIC_INSURANCE", "MEDICAL_RELIEF"),
            List.of("HOSPITAL_BILL"),
            Money.ZERO,
            "PUBLIC",
            "西充");

    private static final List<OtherAid> EXHAUSTED = List.of(
            new OtherAid("BASIC_INSURANCE", OtherAid.Outcome.RECEIVED, Money.ofYuan(14_000), "结算单"),
            new OtherAid("MEDICAL_RELIEF", OtherAid.Outcome.REFUSED, Money.ZERO, "告知书"));

    private static Application asked(
            String amount, String cost, List<OtherAid> other, Set<String> papers, String before) {
        return new Application(
                AidForm.GRANT,
                FundRule.Receiver.HOUSEHOLD,
                Money.parse(amount),
                Money.parse(cost),
                0,
                papers,
                other,
                0,
                false,
                true,
                false,
                Money.parse(before),
                Set.of());
    }

    /** Of a bill of 20,000 the insurance paid 14,000: 90 % of 6,000 are 5,400. */
    @ParameterizedTest
    @CsvSource({
        "5000.00, 0.00,    true,  false",
        "5000.01, 0.00,    true,  true",
        "5400.00, 0.00,    true,  true",
        "5400.01, 0.00,    false, true",
        "5000.00, 5000.00, true,  true",
        "5000.00, 5000.01, false, true"
    })
    void theCapTheOwnShareAndTheYearAreKept(String amount, String before, boolean holds, boolean aboveCap) {
        var verdict = Judging.judge(MEDICAL, asked(amount, "20000.00", EXHAUSTED, Set.of("HOSPITAL_BILL"), before));
        assertThat(verdict.holds()).isEqualTo(holds);
        assertThat(verdict.aboveCap()).isEqualTo(aboveCap);
        assertThat(verdict.coveredAtMost()).hasToString("5400.00");
    }

    @Test
    void otherAidComesFirstAndEveryBrokenPointIsNamed() {
        var verdict = Judging.judge(MEDICAL, asked("100.00", "20000.00", EXHAUSTED.subList(0, 1), Set.of(), "0.00"));
        assertThat(verdict.broken())
                .containsExactly(
                        new Judging.Broken(Finding.EVIDENCE_MISSING, "HOSPITAL_BILL"),
                        new Judging.Broken(Finding.OTHER_AID_FIRST, "MEDICAL_RELIEF"));
    }

    @Test
    void aLoanNeedsAMemberGuarantorsATermAndNoDebt() {
        var rule = new FundRule(
                FundKind.MUTUAL_AID,
                "PRODUCTION",
                "v",
                LocalDate.of(2016, 1, 1),
                null,
                0,
                AidForm.LOAN,
                FundRule.Receiver.HOUSEHOLD,
                Money.ofYuan(100),
                Money.ofYuan(5_000),
                Money.ofYuan(5_000),
                10_000,
                12,
                600,
                2,
                true,
                List.of(),
                List.of(),
                Money.ofYuan(500_000),
                "ASSUMPTION",
                "test");
        var asked = new Application(
                AidForm.LOAN,
                FundRule.Receiver.HOUSEHOLD,
                Money.ofYuan(99),
                Money.ZERO,
                13,
                Set.of(),
                List.of(),
                1,
                false,
                false,
                true,
                Money.ZERO,
                Set.of("DIBAO"));
        assertThat(Judging.judge(rule, asked).broken())
                .extracting(Judging.Broken::finding)
                .containsExactly(
                        Finding.NOT_ELIGIBLE,
                        Finding.NOT_A_MEMBER,
                        Finding.GUARANTORS_MISSING,
                        Finding.LOAN_OUTSTANDING,
                        Finding.BELOW_MINIMUM,
                        Finding.TERM_TOO_LONG,
                        Finding.OTHER_AID_UNDECLARED);
        var grant = asked("100.00", "0.00", List.of(), Set.of(), "0.00");
        assertThat(Judging.judge(rule, grant).broken())
                .extracting(Judging.Broken::finding)
                .contains(Finding.WRONG_FORM);
    }

    @Test
    void rulesThatContradictThemselvesAreNone() {
        assertThatThrownBy(() -> new OtherAid("DIBAO", OtherAid.Outcome.REFUSED, Money.ofYuan(1), "x"))
                .hasMessageContaining("unless it was received");
        assertThatThrownBy(() -> new FundRule(
                        FundKind.MEDICAL_AID,
                        "OWN_PAYMENT",
                        "v",
                        LocalDate.of(2016, 1, 1),
                        null,
                        0,
                        AidForm.GRANT,
                        FundRule.Receiver.HOUSEHOLD,
                        Money.ofYuan(2),
                        Money.ofYuan(1),
                        Money.ofYuan(1),
                        0,
                        0,
                        0,
                        0,
                        false,
                        List.of(),
                        List.of(),
                        Money.ZERO,
                        "LOCAL",
                        "x"))
                .hasMessageContaining("must lie between");
    }

    @ParameterizedTest
    @CsvSource({
        "5000.00, 600, 2017-01-01, 2018-01-01, 300.00",
        "5000.00, 600, 2017-01-01, 2017-01-01, 0.00",
        "5000.00, 600, 2017-01-01, 2017-01-02, 0.82",
        "10000.00, 0,  2017-01-01, 2020-01-01, 0.00",
        "0.01,    600, 2017-01-01, 2018-01-01, 0.00"
    })
    void theUsageFeeIsCountedByDays(String principal, int rate, LocalDate lent, LocalDate repaid, String fee) {
        assertThat(UsageFee.of(Money.parse(principal), rate, lent, repaid)).hasToString(fee);
    }

    @Property(tries = 100)
    void drawingTakesTheAmountOrAllThereIsAndTheOldestFirst(
            @ForAll @LongRange(max = 1_000_000L) long fen,
            @ForAll @Size(max = 8) List<@LongRange(max = 300_000L) Long> held) {
        Map<Portion, Money> portions = new HashMap<>();
        for (int h = 0; h < held.size(); h++) {
            portions.put(new Portion(new UUID(0, h), 2016 + h % 3), Money.ofFen(held.get(h)));
        }
        var drawn = Drawing.draw(Money.ofFen(fen), portions);
        long there = held.stream().mapToLong(Long::longValue).sum();
        assertThat(drawn.values().stream().mapToLong(Money::fen).sum()).isEqualTo(Math.min(fen, there));
        drawn.forEach((portion, part) -> {
            assertThat(part).isLessThanOrEqualTo(portions.getOrDefault(portion, Money.ZERO));
            if (!portion.equals(drawn.lastEntry().getKey())) {
                assertThat(part).isEqualTo(portions.get(portion));
            }
        });
        assertThat(drawn.keySet().stream().map(Portion::year).toList()).isSorted();
    }
}
