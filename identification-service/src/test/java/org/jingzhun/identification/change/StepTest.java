package org.jingzhun.identification.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of steps of a change. */
class StepTest {

    @Test
    void everyStageIsReachedAndTheLastOnesLeadNowhere() {
        Set<Stage> reached = EnumSet.of(Stage.REQUESTED);
        for (Step step : Step.values()) {
            if (step.from().stream().anyMatch(reached::contains)) {
                reached.add(step.to());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(Stage.values());
        assertThat(Arrays.stream(Step.values()).flatMap(step -> step.from().stream()))
                .doesNotContain(Stage.APPLIED, Stage.REJECTED);
    }

    @Test
    void everyKindSaysHowManyComeAndGo() {
        assertThat(Kind.BIRTH.takes(1)).isTrue();
        assertThat(Kind.BIRTH.takes(2)).isFalse();
        assertThat(Kind.DEATH.gives(1)).isTrue();
        assertThat(Kind.DEATH.gives(0)).isFalse();
        assertThat(Kind.MOVED_IN.takes(3)).isTrue();
        assertThat(Kind.MOVED_IN.takes(0)).isFalse();
        assertThat(Kind.MOVED_OUT.gives(2)).isTrue();
        assertThat(Kind.CORRECTION.takes(0)).isTrue();
        assertThat(Arrays.stream(Kind.values()).filter(Kind::concernsTwo)).containsExactly(Kind.SPLIT, Kind.MERGE);
    }
}
