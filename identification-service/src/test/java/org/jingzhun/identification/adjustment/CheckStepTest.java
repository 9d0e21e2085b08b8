package org.jingzhun.identification.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckStepTest {

    private static final Instant NOW = Instant.parse("2017-11-08T00:00:00Z");

    private static QualityCheck planned() {
        return new QualityCheck(
                new UUID(1, 1),
                new QualityCheck.Plan(
                        new UUID(2, 2),
                        CheckKind.LOOK_BACK,
                        Area.ofPrefix("451031"),
                        null,
                        Stratification.VILLAGE,
                        List.of(Standing.POOR),
                        10,
                        "seed",
                        "lottery"),
                new Caller("a", "A", Set.of(), Area.EVERYWHERE, null),
                NOW);
    }

    private static void take(QualityCheck check, CheckStep step) {
        switch (step) {
            case DRAW -> check.drawn(1, "digest", "a", NOW);
            case CLOSE, CANCEL -> check.ended(step, "why", "a", NOW);
        }
    }

    private static QualityCheck at(CheckStage stage) {
        QualityCheck check = planned();
        switch (stage) {
            case PLANNED -> {}
            case DRAWN -> take(check, CheckStep.DRAW);
            case CLOSED -> {
                take(check, CheckStep.DRAW);
                take(check, CheckStep.CLOSE);
            }
            case CANCELLED -> take(check, CheckStep.CANCEL);
        }
        return check;
    }

    static Stream<Arguments> everyStageWithEveryStep() {
        return Arrays.stream(CheckStage.values())
                .flatMap(stage -> Arrays.stream(CheckStep.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStageWithEveryStep")
    void aStepLeadsOnFromItsStageAndFromNoOther(CheckStage stage, CheckStep step) {
        QualityCheck check = at(stage);
        if (step.from() == stage) {
            take(check, step);
            assertThat(check.stage()).isEqualTo(step.to());
        } else {
            assertThatThrownBy(() -> take(check, step))
                    .isInstanceOfSatisfying(AdjustmentException.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(new AdjustmentRefusal.StepNotOpen(step, stage)));
        }
    }

    @Test
    void everyStageIsReachedAndADrawnSampleIsNeverThrownAway() {
        Set<CheckStage> reached = EnumSet.of(CheckStage.PLANNED);
        for (CheckStep step : CheckStep.values()) {
            if (reached.contains(step.from())) {
                reached.add(step.to());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(CheckStage.values());
        assertThat(CheckStep.CANCEL.from()).isEqualTo(CheckStage.PLANNED);
    }

    @ParameterizedTest
    @EnumSource(Finding.class)
    void everyFindingIsOfSomebodyAndAllButOkAreCorrectedSomewhere(Finding finding) {
        assertThat(finding.of()).isNotEmpty();
        assertThat(finding.links().isEmpty()).isEqualTo(finding == Finding.OK);
        assertThat(finding.links().contains(Link.TRANSITION))
                .isEqualTo(!finding.transitions().isEmpty());
    }

    @Test
    void whoIsOnTheRegisterIsIncludedWronglyAndWhoIsNotIsMissed() {
        assertThat(Finding.WRONG_INCLUSION.of()).doesNotContain(Standing.UNREGISTERED, Standing.EXITED);
        assertThat(Finding.MISSED.of()).doesNotContain(Standing.POOR, Standing.RETURNED);
        assertThat(Finding.WRONG_EXIT.of()).containsExactly(Standing.EXITED);
    }
}
