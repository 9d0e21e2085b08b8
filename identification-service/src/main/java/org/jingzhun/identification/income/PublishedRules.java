package org.jingzhun.identification.income;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jingzhun.identification.income.computing.Costs;
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
        IncomeRules rules, LocalDate validFrom, @Nullable LocalDate validTo, Mark mark, String source) {

    boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /**
     * The rules of that version, when they are in force on the day. Without a version, of several in force the one that
     * is valid last; what takes costs by ratios must be asked for by name.
     */
    static Optional<PublishedRules> choose(List<PublishedRules> known, @Nullable String version, LocalDate day) {
        return known.stream()
                .filter(rules -> rules.isInForce(day))
                .filter(rules -> version == null
                        ? rules.rules().costs() == Costs.STATED
                        : rules.rules().version().equals(version))
                .max(Comparator.comparing(PublishedRules::validFrom)
                        .thenComparing(rules -> rules.rules().version()));
    }
}
