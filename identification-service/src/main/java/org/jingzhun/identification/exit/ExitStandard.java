package org.jingzhun.identification.exit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A standard of exit in one version (退出标准). It never changes.
 *
 * @param division the lowest code of where it holds
 * @param validToYear last exit year; null while no later version takes its place
 * @param byDefault whether a plan that names no standard takes it
 * @param source the document that set it
 */
public record ExitStandard(
        String version,
        Subject subject,
        long division,
        int validFromYear,
        @Nullable Integer validToYear,
        boolean byDefault,
        String nameZh,
        String nameEn,
        String mark,
        String source,
        List<Criterion> criteria) {

    public ExitStandard {
        criteria = List.copyOf(criteria);
        Set<Object> seen = new HashSet<>();
        for (Criterion criterion : criteria) {
            if (!seen.add(criterion.code()) || !seen.add(criterion.number())) {
                throw new IllegalArgumentException("criterion %d %s of standard %s must have its number and code alone"
                        .formatted(criterion.number(), criterion.code(), version));
            }
        }
        if (criteria.stream().noneMatch(criterion -> criterion.weight() == Weight.DECISIVE)) {
            throw new IllegalArgumentException("standard %s must have a decisive criterion".formatted(version));
        }
    }
}
