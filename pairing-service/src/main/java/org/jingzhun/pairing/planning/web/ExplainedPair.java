package org.jingzhun.pairing.planning.web;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.pairing.matching.CostTerms;
import org.jingzhun.pairing.planning.PairRow;
import org.jingzhun.pairing.planning.PlanQueries;

/** A pair with its reasons: why this helper, and not another. */
@Schema(name = "ExplainedPair")
public record ExplainedPair(
        PairRow pair,

        @Schema(description = "What the pair costs, in hundredths of a weight point.")
        CostTerms terms,

        @Schema(description = "The next best helpers, best first; under the rule of hamlets those that keep it.")
        List<Choice> alternatives,

        @Schema(
                description =
                        "Whether the helper's households had to lie in one or adjacent hamlets; places are priced as without that rule then.")
        boolean oneOrAdjacentHamlets) {

    /** A helper that was not chosen. */
    @Schema(name = "AlternativeHelper")
    public record Choice(
            UUID helperId,
            String helperName,
            String helperUnit,

            @Schema(description = "Its terms; load is the price of a place there, which counts who must make room.")
            CostTerms terms,

            @Schema(description = "How many units of cost dearer the whole plan becomes at least.")
            long dearerBy) {}

    static ExplainedPair of(PlanQueries.Explained explained) {
        return new ExplainedPair(
                explained.pair(),
                explained.terms(),
                explained.alternatives().stream()
                        .map(choice -> new Choice(
                                choice.alternative().helper(),
                                choice.helperName(),
                                choice.helperUnit(),
                                choice.alternative().terms(),
                                choice.alternative().dearerBy()))
                        .toList(),
                explained.oneOrAdjacentHamlets());
    }
}
