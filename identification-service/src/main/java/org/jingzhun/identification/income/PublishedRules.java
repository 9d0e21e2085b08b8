package org.jingzhun.identification.income;

import java.time.LocalDate;
import org.jingzhun.identification.income.computing.IncomeRules;
import org.jingzhun.identification.scorecard.Mark;
import org.jspecify.annotations.Nullable;

/**
 * Income rules with their validity.
 *
 * @param validTo last day; null while open
 * @param mark whether the source says all of it
 */
public record PublishedRules(
        IncomeRules rules, LocalDate validFrom, @Nullable LocalDate validTo, Mark mark, String source) {}
