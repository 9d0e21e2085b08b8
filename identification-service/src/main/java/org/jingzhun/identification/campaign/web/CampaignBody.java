package org.jingzhun.identification.campaign.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.campaign.CampaignPlan;
import org.jspecify.annotations.Nullable;

/** A campaign as clients begin it. */
@Schema(name = "CampaignBody")
public record CampaignBody(
        @Min(2013) @Max(2100) int year,

        @Schema(description = "6 or 12 digits.") @NotNull @Pattern(regexp = "\\d{6}(0{6})?")
        String county,

        @NotBlank @Size(max = 40) String scorecard,

        @Schema(description = "Version of the list of vetoes; absent for GX-2015.") @Size(min = 1, max = 40) @Nullable
        String vetoList,

        @Schema(description = "Persons that may be found poor.") @Min(1) @Max(100_000_000)
        int quotaPersons,

        @Schema(description = "The day on which things must have been so: what changed later is no veto.") @NotNull
        LocalDate pointInTime,

        @Schema(description = "Calendar days that each notice stands; absent for what the policy in force says.")
        @Min(0)
        @Max(60)
        @Nullable
        Integer noticeDays,

        @Schema(description = "The document that sets other days than the policy in force.")
        @Size(min = 1, max = 200)
        @Nullable
        String noticeSource) {

    private static final String DEFAULT_VETO_LIST = "GX-2015";

    CampaignPlan plan() {
        return new CampaignPlan(
                year,
                Area.ofPrefix(county).from(),
                scorecard,
                vetoList == null ? DEFAULT_VETO_LIST : vetoList,
                quotaPersons,
                pointInTime,
                noticeDays,
                noticeSource);
    }
}
