package org.jingzhun.funding.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jingzhun.funding.allocation.formula.FactorAllocation;
import org.jingzhun.funding.allocation.selection.SelectionResult;
import org.jingzhun.funding.codelist.CodeLists;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;

class ParameterSetsTest {

    private final List<ParameterSet> sets =
            ParameterSets.setsOf(DataFile.read("allocation-parameters.csv", ParameterSets::rowOf));
    private final List<FixedStandards.Standard> standards = DataFile.read("fixed-standards.csv", FixedStandards::rowOf);
    private final List<CriteriaSets.CriteriaSet> criteria =
            CriteriaSets.setsOf(DataFile.read("selection-criteria.csv", CriteriaSets::rowOf));
    private final CodeLists codeLists = new CodeLists();

    @Test
    void theWeightsOfEverySetSumToOneAndCarryTheMarkOfTheirEvidence() {
        assertThat(sets).isNotEmpty().allSatisfy(set -> {
            assertThat(set.factors().stream().mapToInt(WeightedFactor::weight).sum())
                    .isEqualTo(10_000);
            assertThat(set.source()).allMatch(source -> source.endsWith("[reconstruction]"));
        });
    }

    @Test
    void aYearHasItsSetAndTheTimeBeforeHasNone() {
        assertThat(ParameterSets.findForYear(sets, 2016))
                .map(ParameterSet::code)
                .contains("VILLAGE-2015");
        assertThat(ParameterSets.findForYear(sets, 2014)).isEmpty();
    }

    @Test
    void everyFactorStageAndModeHasItsLabels() {
        var day = LocalDate.of(2016, 1, 1);
        assertThat(codeLists.listCodes("allocation-factor", day))
                .containsExactlyElementsOf(
                        Arrays.stream(FactorCode.values()).map(Enum::name).toList());
        assertThat(codeLists.listCodes("allocation-stage", day))
                .containsExactlyElementsOf(
                        Arrays.stream(Stage.values()).map(Enum::name).toList());
        assertThat(codeLists.listNames())
                .allSatisfy(name -> assertThat(codeLists.list(name)).allSatisfy(entry -> {
                    assertThat(entry.source())
                            .matches("codes of this service|.*\\[(seed \\d{3}|public source|reconstruction)]");
                    assertThat(entry.zh()).isNotBlank();
                    assertThat(entry.en()).isNotBlank();
                }));
    }

    @Test
    void everyLevelBoundRefuserKindAndStandardHasItsLabels() {
        var day = LocalDate.of(2018, 1, 1);
        assertThat(codeLists.listCodes("allocation-mode", day)).containsExactlyElementsOf(names(Mode.values()));
        assertThat(codeLists.listCodes("receiver-level", day))
                .containsExactlyElementsOf(names(Level.values()).subList(0, Level.values().length - 1));
        assertThat(codeLists.listCodes("share-bound", day))
                .containsExactlyElementsOf(names(FactorAllocation.Bound.values()));
        assertThat(codeLists.listCodes("selection-refuser", day))
                .containsExactlyElementsOf(names(SelectionResult.Refuser.values()));
        assertThat(codeLists.listCodes("fixed-standard", day))
                .containsExactlyElementsOf(
                        standards.stream().map(FixedStandards.Standard::code).toList());
        assertThat(criteria).allSatisfy(set -> assertThat(codeLists.listCodes("selection-criterion", day))
                .containsAll(set.criteria().stream()
                        .map(CriteriaSets.Criterion::code)
                        .toList()));
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    @Test
    void theStandardsOfTheSeedAreTheAmountsThatItNames() {
        assertThat(FixedStandards.find(standards, "COLLECTIVE_START_UP", 2018)
                        .orElseThrow()
                        .amount())
                .isEqualTo(Money.ofYuan(500_000));
        assertThat(FixedStandards.find(standards, "MUTUAL_AID", 2018)
                        .orElseThrow()
                        .amount())
                .isEqualTo(Money.ofYuan(500_000));
        assertThat(FixedStandards.find(standards, "FIRST_SECRETARY_WORK", 2018)
                        .orElseThrow()
                        .amount())
                .isEqualTo(Money.ofYuan(15_000));
        assertThat(FixedStandards.find(standards, "FIRST_SECRETARY_HELP", 2018)
                        .orElseThrow()
                        .amount())
                .isEqualTo(Money.ofYuan(50_000));
        assertThat(FixedStandards.find(standards, "COLLECTIVE_START_UP", 2015)).isEmpty();
    }

    @Test
    void aScoreIsTheMeanOfTheWeightedMarks() {
        var set = criteria.getFirst();
        assertThat(set.score(List.of(List.of(100, 100, 100, 100, 100)))).isEqualTo(10_000);
        assertThat(set.score(List.of(List.of(100, 0, 0, 0, 0), List.of(0, 0, 0, 0, 1))))
                .as("(30.00 + 0.15) / 2, cut to a hundredth")
                .isEqualTo(1_507);
        assertThat(set.score(List.of())).isZero();
    }

    @Test
    void aWeightIsAFractionOfAtMostFourDecimals() {
        assertThat(WeightedFactor.of(FactorCode.POOR_PERSONS, "0.1234", false).weight())
                .isEqualTo(1_234);
        assertThat(WeightedFactor.of(FactorCode.POOR_PERSONS, "0.50", false).fraction())
                .isEqualTo("0.5");
        assertThatThrownBy(() -> WeightedFactor.of(FactorCode.POOR_PERSONS, "0.12345", false))
                .hasMessageContaining("at most four decimals");
    }
}
