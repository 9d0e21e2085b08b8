package org.jingzhun.funding.performance.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jingzhun.funding.performance.grading.Grading.Graded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradingTest {

    private static final Grading GRADING = new Grading(
            List.of(
                    new Criterion("INPUT", "OWN", 4_000, false),
                    new Criterion("RESULTS", "LESS", 6_000, false),
                    new Criterion("VIOLATIONS", "BAD", 1_500, true)),
            new TreeMap<>(Map.of(Grade.A, 9_000, Grade.B, 8_000, Grade.C, 6_000, Grade.D, 0)));

    @ParameterizedTest
    @CsvSource({
        "4000, 6000, 0, 10000, A",
        "4000, 5000, 0, 9000, A",
        "4000, 4999, 0, 8999, B",
        "4000, 4000, 0, 8000, B",
        "4000, 4000, 1, 7999, C",
        "2000, 4000, 0, 6000, C",
        "2000, 4000, 1, 5999, D",
        "100, 0, 1500, 0, D"
    })
    void pointsAddUpAndTheTotalBringsItsGrade(int own, int less, int bad, int total, Grade grade) {
        assertThat(GRADING.grade(Map.of("OWN", own, "LESS", less, "BAD", bad))).isEqualTo(new Graded(total, grade));
    }

    @Test
    void marksThatAreMissingUnknownOrTooHighAreRefused() {
        assertThatThrownBy(() -> GRADING.grade(Map.of("OWN", 1))).hasMessageContaining("one for each");
        assertThatThrownBy(() -> GRADING.grade(Map.of("OWN", 1, "LESS", 1, "GOOD", 1)))
                .hasMessageContaining("BAD");
        assertThatThrownBy(() -> GRADING.grade(Map.of("OWN", 4_001, "LESS", 1, "BAD", 1)))
                .hasMessageContaining("0 to 4000");
        assertThatThrownBy(() -> GRADING.grade(Map.of("OWN", 1, "LESS", 1, "BAD", -1)))
                .hasMessageContaining("BAD");
    }

    @Test
    void criteriaAndGradesThatMakeNoScaleAreErrorsOfTheData() {
        assertThatThrownBy(() -> new Grading(List.of(new Criterion("INPUT", "OWN", 4_000, false)), GRADING.least()))
                .hasMessageContaining("sum to 10000");
        assertThatThrownBy(() -> new Grading(
                        GRADING.criteria(),
                        new TreeMap<>(Map.of(Grade.A, 8_000, Grade.B, 9_000, Grade.C, 6_000, Grade.D, 0))))
                .hasMessageContaining("Grade B");
        assertThatThrownBy(() -> new Grading(
                        GRADING.criteria(),
                        new TreeMap<>(Map.of(Grade.A, 9_000, Grade.B, 8_000, Grade.C, 6_000, Grade.D, 1))))
                .hasMessageContaining("worst grade");
    }
}
