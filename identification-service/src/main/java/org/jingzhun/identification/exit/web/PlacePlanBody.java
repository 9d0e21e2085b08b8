package org.jingzhun.identification.exit.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** The wish to plan the exit of a village or a county. */
@Schema(name = "PlaceExitBody")
public record PlacePlanBody(
        @Schema(description = "The village, or the county; 12 digits.") @NotNull @Pattern(regexp = DivisionCode.PATTERN)
        String division,

        @NotNull @Min(2014) @Max(2100) Integer year,

        @Schema(description = "Version; absent for the one in force.") @Size(max = 40) @Nullable
        String standard) {}
