package org.jingzhun.identification.monitoring;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deadline or threshold of monitoring with its validity and source.
 *
 * @param id null until it is stored
 * @param division the lowest code of where it holds; 0 is everywhere
 * @param validFrom first day
 * @param value 0 to 100,000,000 of the unit
 * @param mark PUBLIC for a published source, UNVERIFIED for recollection, ASSUMPTION where nothing says it, LOCAL for what
 *     was loaded
 */
public record MonitoringRule(
        @Nullable Long id,
        RuleName name,
        long division,
        LocalDate validFrom,
        long value,
        RuleUnit unit,
        String mark,
        String source) {}
