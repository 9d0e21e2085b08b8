package org.jingzhun.identification.income.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.income.Income;
import org.jingzhun.identification.income.Statement;
import org.jingzhun.identification.income.computing.Computation;
import org.jingzhun.identification.income.computing.Kind;
import org.jingzhun.identification.money.Yuan;
import org.jspecify.annotations.Nullable;

/** An income as it is shown. All amounts are yuan of the whole period. */
@Schema(name = "Income")
public record IncomeView(
        UUID id,
        UUID householdId,
        String villageCode,
        LocalDate from,
        LocalDate to,
        String rules,

        @Schema(description = "Among whom it is shared.") int persons,

        @Schema(description = "What counts less the costs.") String net,

        @Schema(description = "Net by persons, in whole fen rounded down.")
        String perHead,

        List<ContributionView> contributions,
        String statedBy,
        @Nullable String evidence,

        @Schema(description = "Whose place it takes.") @Nullable
        UUID corrects,

        @Schema(description = "The record that took its place; absent while it stands.") @Nullable
        UUID correctedBy,

        String recordedBy,
        Instant recordedAt) {

    /** What a line gives. */
    @Schema(name = "IncomeContribution")
    public record ContributionView(
            String item,
            Kind kind,
            String stated,
            String counted,
            String cost,

            @Schema(description = "Why: it counts, it does not count by the rules, or it takes away.")
            Computation.Effect effect) {

        private static ContributionView of(Computation.Contribution contribution) {
            return new ContributionView(
                    contribution.item(),
                    contribution.kind(),
                    Yuan.ofFen(contribution.stated()),
                    Yuan.ofFen(contribution.counted()),
                    Yuan.ofFen(contribution.cost()),
                    contribution.effect());
        }
    }

    static IncomeView of(Income income, Computation computation) {
        Statement statement = income.statement();
        return new IncomeView(
                income.id(),
                statement.householdId(),
                DivisionCode.text(income.villageCode()),
                statement.from(),
                statement.to(),
                income.rules(),
                income.persons(),
                Yuan.ofFen(income.netFen()),
                Yuan.ofFen(income.perHeadFen()),
                contributions(computation),
                statement.statedBy(),
                statement.evidence(),
                statement.corrects(),
                income.correctedBy(),
                income.recordedName(),
                income.recordedAt());
    }

    static List<ContributionView> contributions(Computation computation) {
        return computation.contributions().stream().map(ContributionView::of).toList();
    }
}
