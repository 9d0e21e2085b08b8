package org.jingzhun.funding.claim.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.claim.ClaimStep;
import org.jspecify.annotations.Nullable;

/** A step of a claim to be taken. */
@Schema(name = "ClaimStepRequest")
public record ClaimStepRequest(
        @NotNull ClaimStep step,
        @Size(max = 1000) @Nullable String remark,

        @Schema(description = "PAY of a subsidy: the source from whose budget it is paid.") @Nullable
        UUID source,

        @Min(1986) @Max(2100) @Schema(description = "PAY of a subsidy: year of that budget.") @Nullable
        Integer year) {

    public String remarkOrNothing() {
        return remark == null ? "" : remark;
    }
}
