package org.jingzhun.identification.campaign.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.campaign.Gate;
import org.jingzhun.identification.campaign.StepRequest;
import org.jspecify.annotations.Nullable;

/** The wish to open a gate in many villages, as clients send it. */
@Schema(name = "CampaignStepBody")
public record CampaignStepBody(
        @NotNull Gate step,

        @Schema(description = "Narrows the villages, any level; absent for the whole area of the caller.")
        @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")
        @Nullable
        String division,

        @Size(max = 1000) @Nullable String remark,

        @Schema(description = "Who signed on paper.") @NotNull @NotEmpty @Size(max = 50)
        List<@NotBlank @Size(max = 100) String> signers,

        @Schema(description = "Of the announcing document; needed for ANNOUNCEMENT.")
        @Size(min = 1, max = 100)
        @Nullable
        String documentNumber) {

    StepRequest request() {
        return new StepRequest(step, remark, signers, null, List.of(), documentNumber);
    }

    Area area() {
        return division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
    }
}
