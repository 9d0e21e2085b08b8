package org.jingzhun.funding.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jingzhun.funding.asset.AssetKind;
import org.jingzhun.funding.asset.AssetRule;
import org.jingzhun.funding.asset.AssignmentOrder;
import org.jingzhun.funding.asset.AssignmentStage;
import org.jingzhun.funding.asset.DividendStage;
import org.jingzhun.funding.asset.Obligation;
import org.jingzhun.funding.asset.ShareAssignment;
import org.jingzhun.funding.asset.share.DayCount;
import org.jingzhun.funding.codelist.CodeLists;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.donation.Donation;
import org.jingzhun.funding.donation.DonationStage;
import org.jingzhun.funding.donation.Donor;
import org.jingzhun.funding.fund.rule.AidForm;
import org.jingzhun.funding.fund.rule.FundKind;
import org.jingzhun.funding.fund.rule.FundRule;
import org.jingzhun.funding.fund.rule.OtherAid;
import org.jingzhun.funding.yearend.ReclaimStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The data that ship with the service: every enumeration has its labels, every rule its source and mark. */
class FundDataTest {

    private final CodeLists codeLists = new CodeLists();

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("asset-kind", AssetKind.values()),
                Arguments.of("asset-rule", AssetRule.Rule.values()),
                Arguments.of("assignment-kind", ShareAssignment.Kind.values()),
                Arguments.of("assignment-mode", ShareAssignment.Mode.values()),
                Arguments.of("assignment-stage", AssignmentStage.values()),
                Arguments.of("share-leaving-reason", AssignmentOrder.Reason.values()),
                Arguments.of("dividend-stage", DividendStage.values()),
                Arguments.of("dividend-day-count", DayCount.values()),
                Arguments.of("obligation-state", Obligation.State.values()),
                Arguments.of("fund-kind", FundKind.values()),
                Arguments.of("aid-form", AidForm.values()),
                Arguments.of("aid-receiver", FundRule.Receiver.values()),
                Arguments.of("aid-stage", AidStage.values()),
                Arguments.of("fund-origin", FundKeeping.Origin.values()),
                Arguments.of("fund-movement", FundMovement.Kind.values()),
                Arguments.of("other-aid-outcome", OtherAid.Outcome.values()),
                Arguments.of("donor-kind", Donor.Kind.values()),
                Arguments.of("donation-form", Donation.Form.values()),
                Arguments.of("donation-stage", DonationStage.values()),
                Arguments.of("reclaim-stage", ReclaimStage.values()));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyCodeHasItsLabels(String list, Enum<?>[] codes) {
        assertThat(codeLists.listCodes(list, LocalDate.of(2017, 1, 1)))
                .containsExactlyElementsOf(Arrays.stream(codes).map(Enum::name).toList());
    }

    @Test
    void everyKindOfFundHasARuleOfUseWithItsSource() {
        var kinds = DataFile.read("fund-rules.csv", row -> row.getField("kind"));
        assertThat(kinds)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(FundKind.values()).map(Enum::name).toList());
        for (var file : List.of("fund-rules.csv", "asset-rules.csv")) {
            assertThat(DataFile.read(file, row -> row.getField("source")))
                    .allSatisfy(source -> assertThat(source).contains("["));
            assertThat(DataFile.read(file, row -> row.getField("mark")))
                    .allMatch(mark -> List.of("SEED", "PUBLIC", "UNVERIFIED", "ASSUMPTION")
                            .contains(mark));
        }
    }

    @Test
    void purposesAndOtherAidOfTheRulesHaveTheirLabels() {
        var day = LocalDate.of(2017, 6, 1);
        assertThat(codeLists.listCodes("fund-purpose", day))
                .containsAll(DataFile.read("fund-rules.csv", row -> row.getField("purpose")));
        assertThat(codeLists.listCodes("other-aid", day))
                .containsAll(DataFile.read("fund-rules.csv", row -> row.getField("exhausted")).stream()
                        .flatMap(text -> Arrays.stream(text.split(" ", -1)))
                        .filter(code -> !code.isEmpty())
                        .toList());
    }
}
