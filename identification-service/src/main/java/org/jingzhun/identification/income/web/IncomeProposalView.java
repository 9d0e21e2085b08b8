package org.jingzhun.identification.income.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.income.IncomeProposal;
import org.jingzhun.identification.money.Yuan;
import org.jspecify.annotations.Nullable;

/** What a household told its helper of its income, as it is shown. */
@Schema(name = "IncomeProposal")
public record IncomeProposalView(
        @Schema(description = "Of the visit.") UUID id,
        UUID householdId,
        String villageCode,
        String helperName,
        LocalDate visitedOn,

        @Schema(description = "The visit before, since which it was earned; absent when none is known.") @Nullable
        LocalDate toldSince,

        List<TellingView> lines,
        IncomeProposal.State state,
        @Nullable String reason,

        @Schema(description = "The income that it became; absent unless accepted.") @Nullable
        UUID incomeId,

        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /** An item with its amount. */
    @Schema(name = "ToldIncome")
    public record TellingView(
            String item, @Schema(description = "Yuan.") String amount) {}

    static IncomeProposalView of(IncomeProposal proposal) {
        return new IncomeProposalView(
                proposal.id(),
                proposal.householdId(),
                DivisionCode.text(proposal.villageCode()),
                proposal.helperName(),
                proposal.visitedOn(),
                proposal.toldSince(),
                proposal.lines().stream()
                        .map(line -> new TellingView(line.item(), Yuan.ofFen(line.fen())))
                        .toList(),
                proposal.state(),
                proposal.reason(),
                proposal.incomeId(),
                proposal.decidedName(),
                proposal.decidedAt());
    }
}
