package org.jingzhun.funding.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import org.jingzhun.funding.codelist.CodeLists;
import org.junit.jupiter.api.Test;

class ParameterSetsTest {

    private final ParameterSets sets = new ParameterSets();
    private final CodeLists codeLists = new CodeLists();

    @Test
    void theWeightsOfEverySetSumToOneAndCarryTheMarkOfTheirEvidence() {
        assertThat(sets.list()).isNotEmpty().allSatisfy(set -> {
            assertThat(set.factors().stream().mapToInt(WeightedFactor::weight).sum())
                    .isEqualTo(10_000);
            assertThat(set.source()).allMatch(source -> source.endsWith("[reconstruction]"));
        });
    }

    @Test
    void aYearHasItsSetAndTheTimeBeforeHasNone() {
        assertThat(sets.findForYear(2016)).map(ParameterSet::code).contains("VILLAGE-2015");
        assertThat(sets.findForYear(2014)).isEmpty();
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
                    assertThat(entry.source()).matches(".*\\[(seed \\d{3}|public source|reconstruction)]");
                    assertThat(entry.zh()).isNotBlank();
                    assertThat(entry.en()).isNotBlank();
                }));
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
