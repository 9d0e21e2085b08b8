package org.jingzhun.funding.budgetrule.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.budgetrule.BudgetRule;
import org.jingzhun.funding.budgetrule.checking.Rule;
import org.jspecify.annotations.Nullable;

/** A version of a rule as seen from outside. */
@Schema(name = "BudgetRule")
public record RuleView(
        Rule rule,
        String version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,

        @Schema(description = "Prefix of the divisions for which it holds; empty for the whole country.")
        String division,

        @Schema(description = "Fraction; null where the rule has none.", examples = "0.20") @Nullable
        String ratio,

        @Schema(description = "Document behind the rule, with the mark of its evidence.")
        String source) {

    private static final int BASIS_POINTS = 4;

    static RuleView of(BudgetRule rule) {
        return new RuleView(
                rule.rule(),
                rule.version(),
                rule.validFrom(),
                rule.validTo(),
                rule.division(),
                ratio(rule),
                rule.source());
    }

    static @Nullable String ratio(BudgetRule rule) {
        return rule.basisPoints() == 0
                ? null
                : BigDecimal.valueOf(rule.basisPoints(), BASIS_POINTS).toPlainString();
    }
}
