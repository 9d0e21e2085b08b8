package org.jingzhun.funding.allocation.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.allocation.Appraisal;
import org.jingzhun.funding.allocation.ProposalRow;
import org.jingzhun.funding.allocation.selection.SelectionResult.Refuser;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jspecify.annotations.Nullable;

/** A proposal as seen from outside. */
@Schema(name = "Proposal")
record ProposalView(
        UUID id,
        String division,
        String title,
        String kind,
        Money cost,
        boolean mustFund,
        @Nullable String group,

        @Schema(description = "How many persons have appraised it.")
        int appraisals,

        @Schema(description = "Points of 100; absent before the computation.") @Nullable
        String score,

        @Nullable Boolean funded,

        @Schema(description = "Rules that the funded proposals and this one together would break.")
        List<Refuser> refusedBy,

        @Nullable PriceView price,
        long revision) {

    /** What a client says of a proposal. */
    @Schema(name = "ProposalRequest")
    record Request(
            @NotNull
            @Pattern(regexp = PlanRequest.DIVISION)
            @Schema(description = "Village, township or county where it lies.")
            String division,

            @NotBlank @Size(max = 200) String title,

            @NotBlank @Size(max = 50) @Schema(description = "A code of the list proposal-kind.")
            String kind,

            @NotNull @PositiveMoney Money cost,

            @Schema(description = "Funded in any case.") boolean mustFund,

            @Size(min = 1, max = 50)
            @Schema(description = "Of all proposals of a group at most one is funded.")
            @Nullable
            String group) {

        ProposalRow.Data data() {
            return new ProposalRow.Data(Long.parseLong(division), title, kind, cost, mustFund, group);
        }
    }

    /** What a refusal costs: how far the best choice with the proposal stays behind the best of all. */
    @Schema(name = "RefusalPrice")
    record PriceView(
            @Schema(
                    description =
                            "Points that the funded proposals together would lose; negative if the minimum score alone"
                                    + " keeps it out.")
            String loss,

            @Schema(description = "False if no choice at all can have it.")
            boolean possible,

            @Schema(description = "Whether it is proven; else the loss is at least so much.")
            boolean exact) {}

    /** Marks of one person. */
    @Schema(name = "AppraisalRequest")
    record AppraisalRequest(
            @NotNull
            @Size(min = 1, max = 20)
            @Schema(description = "One mark for each criterion of the plan's set, in its order.")
            List<@NotNull @Min(0) @Max(100) Integer> marks,

            @Size(max = 1000) @Nullable String remark) {}

    /** Marks of one person, as given. */
    @Schema(name = "Appraisal")
    record AppraisalView(
            UUID proposal, String appraiser, String name, List<Integer> marks, String remark, Instant givenAt) {

        static AppraisalView of(Appraisal appraisal) {
            return new AppraisalView(
                    appraisal.proposalId(),
                    appraisal.appraiser(),
                    appraisal.name(),
                    appraisal.marks(),
                    appraisal.remark(),
                    appraisal.givenAt());
        }
    }

    /** A slice of proposals. */
    @Schema(name = "ProposalSlice")
    record ProposalSlice(
            List<ProposalView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    static ProposalView of(ProposalRow row) {
        var data = row.data();
        var result = row.result();
        var price = result == null ? null : result.price();
        return new ProposalView(
                row.id(),
                Long.toString(data.division()),
                data.title(),
                data.kind(),
                data.cost(),
                data.mustFund(),
                data.group(),
                row.appraisals(),
                result == null ? null : Fractions.points(result.score()),
                result == null ? null : result.funded(),
                result == null ? List.of() : result.refusedBy(),
                price == null ? null : new PriceView(Fractions.points(price.loss()), price.possible(), price.exact()),
                row.revision());
    }
}
