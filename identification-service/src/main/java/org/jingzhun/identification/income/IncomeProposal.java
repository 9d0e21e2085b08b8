package org.jingzhun.identification.income;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.income.computing.Line;
import org.jspecify.annotations.Nullable;

/**
 * What a household told its helper of its income (帮扶走访收入): no income until somebody accepts it.
 *
 * @param id of the visit
 * @param toldSince the visit before, since which it was earned; null when none is known
 * @param lines each item once
 * @param incomeId what it became; null unless accepted
 * @param decidedName null while it is proposed
 */
public record IncomeProposal(
        UUID id,
        UUID householdId,
        long villageCode,
        String helperName,
        LocalDate visitedOn,
        @Nullable LocalDate toldSince,
        List<Line> lines,
        State state,
        @Nullable String reason,
        @Nullable UUID incomeId,
        @Nullable String decidedName,
        @Nullable Instant decidedAt) {

    /** What became of it. */
    @Schema(name = "IncomeProposalState")
    public enum State {
        PROPOSED,
        /** It is an income of the household. */
        ACCEPTED,
        DECLINED
    }

    public IncomeProposal {
        lines = List.copyOf(lines);
    }
}
