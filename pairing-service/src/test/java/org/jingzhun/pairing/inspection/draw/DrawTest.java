package org.jingzhun.pairing.inspection.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Laws of the draw: fixed by seed and frame, fair, and without repetition. */
class DrawTest {

    private static final List<LocalDate> DAYS =
            LocalDate.of(2018, 3, 5).datesUntil(LocalDate.of(2018, 3, 9)).toList();
    private static final List<Long> FRAME =
            LongStream.rangeClosed(450350100201L, 450350100240L).boxed().toList();

    @Test
    void theSameSeedDrawsTheSameVillagesInWhateverOrderTheyAreGiven() {
        var random = new Random(20180305);
        var drawn = Draw.of("lottery-2018", DAYS, 2, 2, FRAME);
        for (int i = 0; i < 20; i++) {
            var shuffled = new ArrayList<>(FRAME);
            Collections.shuffle(shuffled, random);
            assertThat(Draw.of("lottery-2018", DAYS, 2, 2, shuffled)).isEqualTo(drawn);
        }
        assertThat(Draw.of("lottery-2019", DAYS, 2, 2, FRAME)).isNotEqualTo(drawn);
    }

    @Test
    void eachTeamHasItsVillagesOnEachDayAndNoneTwice() {
        var drawn = Draw.of("lottery-2018", DAYS, 2, 2, FRAME);
        assertThat(drawn).hasSize(16).extracting(Draw.Visit::village).doesNotHaveDuplicates();
        for (var day : DAYS) {
            for (int team = 1; team <= 2; team++) {
                int which = team;
                assertThat(drawn.stream().filter(visit -> visit.day().equals(day) && visit.team() == which))
                        .hasSize(2);
            }
        }
    }

    /** 4,000 draws of 4 among 40: each village is expected 400 times, with a standard deviation of 19. */
    @Test
    void everyVillageIsAsLikelyAsAnyOther() {
        Map<Long, Integer> counts = new HashMap<>();
        for (int i = 0; i < 4000; i++) {
            Draw.of("seed-" + i, DAYS, 1, 1, FRAME).forEach(visit -> counts.merge(visit.village(), 1, Integer::sum));
        }
        assertThat(counts).hasSize(40).allSatisfy((village, count) -> assertThat(count)
                .isBetween(305, 495));
    }

    @Test
    void aFrameThatIsTooSmallIsRefused() {
        assertThatThrownBy(() -> Draw.of("seed-one", DAYS, 5, 3, FRAME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must hold 60");
    }
}
