package org.jingzhun.identification.exit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that must be so for an exit (退出指标).
 *
 * @param number place in the standard, 1 or more
 * @param code stable, UPPER_SNAKE
 * @param value what AT_LEAST and LESS_THAN compare with; null for the others
 * @param unit of the value
 * @param mark how sure the wording is: PUBLIC for a published source, UNVERIFIED for recollection, LOCAL for a loaded one
 */
public record Criterion(
        int number,
        String code,
        String nameZh,
        String nameEn,
        Weight weight,
        Comparison comparison,
        @Nullable BigDecimal value,
        @Nullable String unit,
        Measurer measuredBy,
        String mark,
        String source) {

    public Criterion {
        boolean compares = comparison == Comparison.AT_LEAST || comparison == Comparison.LESS_THAN;
        if (compares != (value != null)) {
            throw new IllegalArgumentException(
                    "criterion %s with %s must %s a value".formatted(code, comparison, compares ? "have" : "not have"));
        }
    }
}
