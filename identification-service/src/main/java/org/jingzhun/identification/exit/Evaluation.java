package org.jingzhun.identification.exit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * What an institution that has no part in an exit found by a sample (专项评估检查).
 *
 * @param exitedSampled exited households that were visited, 1 or more
 * @param wrongExits of them whose exit was wrong (错退)
 * @param othersSampled households off the register that were visited, 1 or more
 * @param missed of them that are poor (漏评)
 * @param asked people who were asked, 1 or more
 * @param satisfied of them who are (群众认可)
 * @param report reference of the report
 */
public record Evaluation(
        int year,
        String institution,
        LocalDate evaluatedOn,
        int exitedSampled,
        int wrongExits,
        int othersSampled,
        int missed,
        int asked,
        int satisfied,
        String report) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The criteria that an evaluation finds out, by their codes. */
    public enum Measure {
        WRONG_EXIT,
        MISSED,
        SATISFACTION
    }

    /**
     * A share against its threshold.
     *
     * @param percent with two decimals, rounded half up; what is compared is the exact share
     */
    public record Judged(BigDecimal percent, boolean met) {}

    public Evaluation {
        requireParts("wrong exits", wrongExits, exitedSampled);
        requireParts("missed", missed, othersSampled);
        requireParts("satisfied", satisfied, asked);
    }

    private static void requireParts(String what, int part, int whole) {
        if (whole < 1 || part < 0 || part > whole) {
            throw new IllegalArgumentException(
                    "%s (%d) must be 0 to those sampled (%d), which must be 1 or more".formatted(what, part, whole));
        }
    }

    /** Whether an evaluation finds out a criterion of this code. */
    public static boolean measures(String code) {
        return Arrays.stream(Measure.values())
                .anyMatch(measure -> measure.name().equals(code));
    }

    /** @throws IllegalArgumentException when the criterion is none that an evaluation finds out */
    public Judged judge(Criterion criterion) {
        BigDecimal threshold = criterion.value();
        if (criterion.measuredBy() != Measurer.EVALUATION || threshold == null) {
            throw new IllegalArgumentException(
                    "criterion %s must be measured by an evaluation and have a value".formatted(criterion.code()));
        }
        return switch (Measure.valueOf(criterion.code())) {
            case WRONG_EXIT -> judge(wrongExits, exitedSampled, criterion.comparison(), threshold);
            case MISSED -> judge(missed, othersSampled, criterion.comparison(), threshold);
            case SATISFACTION -> judge(satisfied, asked, criterion.comparison(), threshold);
        };
    }

    private static Judged judge(int part, int whole, Comparison comparison, BigDecimal threshold) {
        BigDecimal hundredfold = BigDecimal.valueOf(part).multiply(HUNDRED);
        int against = hundredfold.compareTo(threshold.multiply(BigDecimal.valueOf(whole)));
        return new Judged(
                hundredfold.divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP),
                comparison == Comparison.AT_LEAST ? against >= 0 : against < 0);
    }
}
