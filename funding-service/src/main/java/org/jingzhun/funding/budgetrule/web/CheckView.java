package org.jingzhun.funding.budgetrule.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.budgetrule.RuleChecking.Checked;
import org.jingzhun.funding.budgetrule.checking.Figure;
import org.jingzhun.funding.budgetrule.checking.Rule;
import org.jingzhun.funding.budgetrule.checking.Verdict;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** A checked rule as seen from outside. */
@Schema(name = "BudgetRuleCheck")
public record CheckView(
        Rule rule,

        @Schema(description = "Version of the rule that was used.")
        String version,

        @Schema(description = "Document behind the rule, with the mark of its evidence.")
        String source,

        @Schema(description = "The rule's ratio as a fraction; null where it has none.", examples = "0.20") @Nullable
        String ratio,

        Verdict verdict,

        @Schema(description = "The least in yuan, for MANAGEMENT_FEE the most; null while a figure is missing.")
        @Nullable
        Money bound,

        @Schema(description = "What stands against the bound, in yuan.") @Nullable
        Money actual,

        @Schema(description = "Every number that was used, and where it stands.")
        List<FigureView> figures,

        @Schema(description = "Figures to be recorded first; for SEPARATE_LINE the funds without a line.")
        List<String> missing) {

    /** A number as seen from outside. */
    @Schema(name = "BudgetRuleFigure")
    public record FigureView(
            @Schema(examples = "REVENUE_BEFORE") String name,

            @Schema(description = "Name of the fund where there are several.")
            String subject,

            Money amount,

            @Schema(description = "Document and day, or how many budget lines were added up.")
            String origin) {

        static FigureView of(Figure figure) {
            return new FigureView(figure.name(), figure.subject(), figure.amount(), figure.origin());
        }
    }

    static CheckView of(Checked checked) {
        var rule = checked.rule();
        var check = checked.check();
        return new CheckView(
                rule.rule(),
                rule.version(),
                rule.source(),
                RuleView.ratio(rule),
                check.verdict(),
                check.bound(),
                check.actual(),
                check.figures().stream().map(FigureView::of).toList(),
                check.missing());
    }
}
