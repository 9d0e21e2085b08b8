package org.jingzhun.pairing.planning;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.pairing.matching.CostTerms;

/** Two plans side by side (方案比较). */
@Schema(name = "PairingPlanComparison")
public record Comparison(
        Side first,
        Side second,

        @Schema(description = "Households with the same helper in both.")
        int same,

        @Schema(description = "Households with one helper in the first and another in the second.")
        int different,

        @Schema(description = "Households that only the first pairs.")
        int onlyFirst,

        @Schema(description = "Households that only the second pairs.")
        int onlySecond) {

    /** One of the plans. */
    @Schema(name = "ComparedPlan")
    public record Side(
            UUID id,
            Figures figures,

            @Schema(description = "The sums of the terms over all pairs, in hundredths of a weight point.")
            CostTerms terms) {}
}
