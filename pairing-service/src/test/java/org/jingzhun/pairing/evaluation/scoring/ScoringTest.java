package org.jingzhun.pairing.evaluation.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.pairing.evaluation.scoring.Criterion.INCOMES;
import static org.jingzhun.pairing.evaluation.scoring.Criterion.TARGETS;
import static org.jingzhun.pairing.evaluation.scoring.Criterion.VISITS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jingzhun.pairing.evaluation.scoring.Scoring.Figure;
import org.jingzhun.pairing.evaluation.scoring.Scoring.Thresholds;
import org.junit.jupiter.api.Test;

/** Laws of the points: bounded, monotone, order does not matter, nothing due does not count, the veto wins. */
class ScoringTest {

    private static final Thresholds THRESHOLDS = new Thresholds(90, 80, 60);

    @Test
    void pointsAreInProportion() {
        assertThat(Scoring.score(List.of(new Figure(VISITS, 70, 6, 12), new Figure(INCOMES, 30, 12, 12))))
                .isEqualTo(6500);
        assertThat(Scoring.score(List.of(new Figure(VISITS, 70, 1, 3), new Figure(INCOMES, 30, 0, 3))))
                .isEqualTo(2333);
        assertThat(Scoring.score(List.of(new Figure(TARGETS, 50, 120, 100)))).isEqualTo(10_000);
    }

    @Test
    void nothingDueDoesNotCount() {
        assertThat(Scoring.score(List.of(new Figure(TARGETS, 50, 0, 0), new Figure(VISITS, 20, 3, 4))))
                .isEqualTo(7500);
        assertThat(Scoring.score(List.of(new Figure(TARGETS, 50, 5, 0)))).isNull();
        assertThat(Scoring.grade(null, false, THRESHOLDS)).isEqualTo(Grade.NOT_EVALUATED);
    }

    @Test
    void gradesBeginAtTheirThresholdsAndTheVetoWins() {
        assertThat(Scoring.grade(9000, false, THRESHOLDS)).isEqualTo(Grade.EXCELLENT);
        assertThat(Scoring.grade(8999, false, THRESHOLDS)).isEqualTo(Grade.GOOD);
        assertThat(Scoring.grade(8000, false, THRESHOLDS)).isEqualTo(Grade.GOOD);
        assertThat(Scoring.grade(7999, false, THRESHOLDS)).isEqualTo(Grade.PASSED);
        assertThat(Scoring.grade(6000, false, THRESHOLDS)).isEqualTo(Grade.PASSED);
        assertThat(Scoring.grade(5999, false, THRESHOLDS)).isEqualTo(Grade.FAILED);
        assertThat(Scoring.grade(10_000, true, THRESHOLDS)).isEqualTo(Grade.FAILED);
        assertThat(Scoring.grade(null, true, THRESHOLDS)).isEqualTo(Grade.FAILED);
    }

    @Test
    void aLimitLowersAGradeAndNeverRaisesOne() {
        assertThat(Scoring.atMost(Grade.EXCELLENT, null)).isEqualTo(Grade.EXCELLENT);
        assertThat(Scoring.atMost(Grade.EXCELLENT, Grade.GOOD)).isEqualTo(Grade.GOOD);
        assertThat(Scoring.atMost(Grade.PASSED, Grade.GOOD)).isEqualTo(Grade.PASSED);
        assertThat(Scoring.atMost(Grade.EXCELLENT, Grade.PASSED)).isEqualTo(Grade.PASSED);
        assertThat(Scoring.atMost(Grade.FAILED, Grade.PASSED)).isEqualTo(Grade.FAILED);
        assertThat(Scoring.atMost(Grade.NOT_EVALUATED, Grade.PASSED)).isEqualTo(Grade.NOT_EVALUATED);
        assertThat(Scoring.atMost(Grade.NOT_EVALUATED, Grade.FAILED)).isEqualTo(Grade.FAILED);
    }

    @Test
    void aDeductionLeavesNoLessThanNothing() {
        assertThat(Scoring.less(10_000, 30)).isEqualTo(9_970);
        assertThat(Scoring.less(20, 30)).isZero();
        assertThat(Scoring.less(null, 30)).isNull();
    }

    @Test
    void pointsAreBoundedMonotoneAndWithoutOrder() {
        var random = new Random(2016);
        for (int round = 0; round < 2_000; round++) {
            var figures = new ArrayList<Figure>();
            for (var criterion : Criterion.values()) {
                figures.add(new Figure(criterion, random.nextInt(1, 60), random.nextInt(0, 50), random.nextInt(0, 40)));
            }
            var score = Scoring.score(figures);
            if (score == null) {
                continue;
            }
            assertThat(score).isBetween(0, 10_000);
            var shuffled = new ArrayList<>(figures);
            Collections.shuffle(shuffled, random);
            assertThat(Scoring.score(shuffled)).isEqualTo(score);
            int which = random.nextInt(figures.size());
            var was = figures.get(which);
            figures.set(which, new Figure(was.criterion(), was.points(), was.reached() + 1, was.due()));
            assertThat(Scoring.score(figures)).isGreaterThanOrEqualTo(score);
        }
    }
}
