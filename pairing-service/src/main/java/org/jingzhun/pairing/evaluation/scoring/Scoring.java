package org.jingzhun.pairing.evaluation.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points of a subject: each criterion gives its points in proportion to what was reached; a criterion of which nothing
 * was due does not count, and the others are scaled up to the whole.
 */
public final class Scoring {

    private static final int WHOLE = 10_000;
    private static final int HUNDREDTHS = 100;

    private Scoring() {}

    /**
     * @param points of the criterion in the whole
     * @param reached not negative; more than due counts as due
     * @param due not negative
     */
    public record Figure(Criterion criterion, int points, long reached, long due) {

        /** Reached in hundredths of the criterion, rounded down; null when nothing was due. */
        public @Nullable Integer percent() {
            return due == 0 ? null : (int) (Math.min(reached, due) * HUNDREDTHS / due);
        }
    }

    /** Points from which a grade is given, in whole points. */
    public record Thresholds(int excellent, int good, int passed) {}

    /** @return hundredths of a point, 0 to 10,000, half up; null when nothing was due */
    public static @Nullable Integer score(List<Figure> figures) {
        var got = BigDecimal.ZERO;
        int possible = 0;
        for (var figure : figures) {
            if (figure.due() > 0) {
                possible += figure.points();
                got = got.add(BigDecimal.valueOf(figure.points())
                        .multiply(BigDecimal.valueOf(Math.min(figure.reached(), figure.due())))
                        .divide(BigDecimal.valueOf(figure.due()), 12, RoundingMode.HALF_EVEN));
            }
        }
        return possible == 0
                ? null
                : got.multiply(BigDecimal.valueOf(WHOLE))
                        .divide(BigDecimal.valueOf(possible), 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    /**
     * The grade under a limit: nothing better than the limit, and failed where that is the limit, also when nothing was due.
     *
     * @param limit null when there is none
     */
    public static Grade atMost(Grade grade, @Nullable Grade limit) {
        if (limit == null || (grade == Grade.NOT_EVALUATED && limit != Grade.FAILED)) {
            return grade;
        }
        return limit == Grade.FAILED || limit.compareTo(grade) > 0 ? limit : grade;
    }

    /**
     * The score after tenths of a point were taken from it.
     *
     * @param score hundredths of a point; null when nothing was due
     * @param deduction hundredths of a point, not negative
     * @return not negative; null when nothing was due
     */
    public static @Nullable Integer less(@Nullable Integer score, int deduction) {
        return score == null ? null : Math.max(0, score - deduction);
    }

    /** @param vetoed whether the evaluation fails whatever its points (一票否决) */
    public static Grade grade(@Nullable Integer score, boolean vetoed, Thresholds thresholds) {
        if (vetoed) {
            return Grade.FAILED;
        }
        if (score == null) {
            return Grade.NOT_EVALUATED;
        }
        if (score >= thresholds.excellent() * HUNDREDTHS) {
            return Grade.EXCELLENT;
        }
        if (score >= thresholds.good() * HUNDREDTHS) {
            return Grade.GOOD;
        }
        return score >= thresholds.passed() * HUNDREDTHS ? Grade.PASSED : Grade.FAILED;
    }
}
