package org.jingzhun.identification.campaign.web;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.campaign.Policies.Name;
import org.jingzhun.identification.campaign.Policies.Policy;
import org.jspecify.annotations.Nullable;

/** A rule of the procedure as it is set. */
@Schema(name = "PolicyBody")
public record PolicyBody(
        @NotNull Name name,

        @Schema(description = "Where it holds, a province, city or county; absent for everywhere.")
        @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}")
        @Nullable
        String division,

        @Schema(description = "Of the campaign; absent for every year.") @Min(2013) @Max(2100) @Nullable
        Integer year,

        @Schema(
                description =
                        "Days of notice, points from the line, months of visits, or the part of a quorum or majority.")
        @Min(0)
        @Max(60)
        int value,

        @Schema(description = "The value is a part of so many, 2 of 3; absent for plain numbers.")
        @Min(1)
        @Max(100)
        @Nullable
        Integer outOf,

        @Schema(description = "The document that says so.") @NotBlank @Size(max = 300)
        String source) {

    @AssertTrue(message = "{policy-part}")
    @Schema(hidden = true)
    boolean isPlausible() {
        return name == null
                || switch (name) {
                    case QUORUM -> value >= 1 && outOf != null && value <= outOf;
                    case MAJORITY -> outOf != null && value < outOf;
                    case NOTICE_DAYS, LINE_EDGE, VISIT_MONTHS_BEFORE, VISIT_MONTHS_AFTER -> outOf == null;
                };
    }

    Policy policy(String setBy) {
        return Policy.of(name, place(), year, value, outOf == null ? 1 : outOf, source, setBy);
    }

    private long place() {
        return division == null ? 0 : Area.ofPrefix(division).from();
    }

    /** The area for which somebody must speak to set it. */
    Area area() {
        return division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
    }
}
