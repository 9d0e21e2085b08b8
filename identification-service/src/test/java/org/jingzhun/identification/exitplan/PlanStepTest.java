package org.jingzhun.identification.exitplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jingzhun.identification.campaign.Officer;
import org.jingzhun.identification.division.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The two rounds up and down: every stage with every step, level and month. */
class PlanStepTest {

    private static final LocalDate SEPTEMBER = LocalDate.of(2017, 9, 15);

    static Stream<Arguments> everyStageWithEveryStep() {
        List<@Nullable PlanStage> stages = new ArrayList<>(Arrays.asList(PlanStage.values()));
        stages.add(null);
        return stages.stream()
                .flatMap(stage -> Arrays.stream(PlanStep.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStageWithEveryStep")
    void aStepIsOpenAtTheStageItLeadsOnFromAndAtNoOther(@Nullable PlanStage stage, PlanStep step) {
        PlanRefusal refusal = TwoRounds.refuse(stage, request(step), officer(step.takenBy()), SEPTEMBER);
        if (step.from() == stage) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).isEqualTo(new PlanRefusal.StepNotOpen(step, stage));
        }
    }

    @Test
    void everyStageIsReached() {
        Set<PlanStage> reached = EnumSet.noneOf(PlanStage.class);
        for (PlanStep step : PlanStep.values()) {
            if (step.from() == null || reached.contains(step.from())) {
                reached.add(step.to());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(PlanStage.values());
    }

    @Test
    void aStepIsTakenByItsLevelAndByNoOther() {
        for (PlanStep step : PlanStep.values()) {
            for (Level level : Level.values()) {
                PlanRefusal refusal = TwoRounds.refuse(step.from(), request(step), officer(level), SEPTEMBER);
                if (level == step.takenBy()) {
                    assertThat(refusal).isNull();
                } else {
                    assertThat(refusal).isEqualTo(new PlanRefusal.WrongLevel(step, step.takenBy()));
                }
            }
        }
    }

    @Test
    void aFixedPlanIsTunedInSeptemberOfItsYearAlone() {
        for (LocalDate day : List.of(LocalDate.of(2017, 8, 31), LocalDate.of(2017, 10, 1), LocalDate.of(2018, 9, 15))) {
            assertThat(TwoRounds.refuse(PlanStage.FIXED, request(PlanStep.ADJUSTMENT), officer(Level.COUNTY), day))
                    .isEqualTo(new PlanRefusal.NotSeptember(2017));
        }
        for (LocalDate day : List.of(LocalDate.of(2017, 9, 1), LocalDate.of(2017, 9, 30))) {
            assertThat(TwoRounds.refuse(PlanStage.FIXED, request(PlanStep.ADJUSTMENT), officer(Level.COUNTY), day))
                    .isNull();
        }
    }

    private static Officer officer(Level level) {
        return new Officer("a", "A", Set.of(level));
    }

    private static PlanRequest request(PlanStep step) {
        return new PlanRequest(451031100201L, 2017, step, "理由", List.of("黄某"), "隆扶领〔2017〕3号");
    }
}
