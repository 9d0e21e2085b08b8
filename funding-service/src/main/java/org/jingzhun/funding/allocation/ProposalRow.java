package org.jingzhun.funding.allocation;

import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.allocation.selection.Proposal;
import org.jingzhun.funding.allocation.selection.SelectionResult.Price;
import org.jingzhun.funding.allocation.selection.SelectionResult.Refuser;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that competes for a plan's money (申报项目).
 *
 * @param recordedBy subject of who entered it, who does not appraise it
 * @param appraisals how many persons have appraised it
 * @param result what became of it, null before the computation
 */
public record ProposalRow(
        UUID id,
        Data data,
        String recordedBy,
        int appraisals,
        @Nullable Result result,
        long revision) {

    /**
     * What a client says of it.
     *
     * @param division village, township or county where it lies, 12 digits
     * @param kind a code of the list {@code proposal-kind}
     * @param mustFund whether it is funded in any case
     * @param group of which at most one is funded, null without
     */
    public record Data(
            long division,
            String title,
            String kind,
            Money cost,
            boolean mustFund,
            @Nullable String group) {}

    /**
     * What became of it.
     *
     * @param score hundredths of a point, frozen by the computation
     * @param price what funding it would cost the objective, null if it is funded
     */
    public record Result(
            int score,
            boolean funded,
            List<Refuser> refusedBy,
            @Nullable Price price) {

        public Result {
            refusedBy = List.copyOf(refusedBy);
        }
    }

    Proposal toSelection(int score) {
        return new Proposal(id, data.division(), data.kind(), score, data.cost(), data.mustFund(), data.group());
    }
}
