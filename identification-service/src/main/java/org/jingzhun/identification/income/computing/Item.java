package org.jingzhun.identification.income.computing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list (收入项目).
 *
 * @param code unique within its list
 * @param counts whether it is part of the income that is compared with the poverty line
 * @param costRatio part of the amount that is cost, 0 up to 1; null without
 * @param source where it says so
 */
public record Item(
        String code,
        Kind kind,
        String nameZh,
        String nameEn,
        boolean counts,
        @Nullable BigDecimal costRatio,
        String source) {

    public Item {
        if (code.isBlank() || nameZh.isBlank() || nameEn.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("item '%s' must have a code, both names and a source".formatted(code));
        }
        if (costRatio != null && (costRatio.signum() < 0 || costRatio.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException("cost ratio %s of item %s must be 0 to 1".formatted(costRatio, code));
        }
        if (kind == Kind.COST && (!counts || costRatio != null)) {
            throw new IllegalArgumentException("cost %s must count and have no ratio of its own".formatted(code));
        }
    }
}
