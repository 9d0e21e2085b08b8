package org.jingzhun.identification.special;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.identification.division.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of steps of the special registers. */
class StepTest {

    /** All stages, and what may happen there; nothing else may. */
    @ParameterizedTest
    @CsvSource({
        "ENROLLED, PROMOTION TRANSFER SUSPENSION DROP_OUT GRADUATION END",
        "SUSPENDED, RESUMPTION DROP_OUT END",
        "DROPPED_OUT, RESUMPTION END",
        "GRADUATED, EMPLOYMENT FURTHER_STUDY END",
        "EMPLOYED, ''",
        "FURTHER_STUDY, ''",
        "REGISTERED, TREATMENT RECOVERY END",
        "IN_TREATMENT, RECOVERY END",
        "RECOVERED, ''",
        "VALID, END",
        "DERIVED, CONFIRMATION REJECTION END",
        "CONFIRMED, END",
        "DOUBTFUL, CONFIRMATION REJECTION END",
        "REJECTED, CONFIRMATION END",
        "PLANNED, APPROVAL WITHDRAWAL",
        "APPROVED, KEYS WITHDRAWAL",
        "KEYS_HANDED, MOVING_IN",
        "MOVED_IN, OLD_HOUSE_REMOVAL",
        "OLD_HOUSE_REMOVED, ''",
        "ENDED, ''"
    })
    void eachStageLeadsOnByItsStepsAndNoOthers(Stage stage, String steps) {
        assertThat(Arrays.stream(Step.values())
                        .filter(step -> step.from().contains(stage))
                        .map(Step::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(steps);
    }

    @Test
    void everyStageIsReached() {
        Set<Stage> reached = EnumSet.of(Stage.DERIVED);
        Stream.of(SpecialRegister.values()).map(SpecialRegister::first).forEach(reached::add);
        for (Step step : Step.values()) {
            if (step.to() != null) {
                reached.add(step.to());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(Stage.values());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whatIsFinalLeadsNowhere(Stage stage) {
        if (stage.isFinal()) {
            assertThat(Arrays.stream(Step.values()).flatMap(step -> step.from().stream()))
                    .doesNotContain(stage);
        }
    }

    @Test
    void onlyTheCountyApprovesARelocationAndNobodyTakesWhatTheServiceTakesItself() {
        assertThat(Step.APPROVAL.takenBy()).containsExactly(Level.COUNTY);
        assertThat(Arrays.stream(Step.values()).filter(step -> step.takenBy().isEmpty()))
                .containsExactly(Step.ENTRY, Step.CORRECTION, Step.MOVE, Step.DOUBT)
                .allSatisfy(step -> assertThat(step.from()).isEmpty());
    }
}
