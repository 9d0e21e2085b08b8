package org.jingzhun.funding.observed.pairing;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The cadre who helps a household, or helped it last (帮扶干部).
 *
 * @param since first day
 * @param until last day; null while it stands
 */
@Schema(name = "HelperOfHousehold")
public record Helper(
        @Schema(description = "Name of the cadre.") String name,
        @Schema(description = "Unit of the cadre.") String unit,

        @Schema(description = "Post of the cadre, as the unit calls it.") @Nullable
        String post,

        @Schema(description = "First day of the pairing.") LocalDate since,

        @Schema(description = "Last day of the pairing; absent while it stands.") @Nullable
        LocalDate until) {}
