package org.jingzhun.pairing.link;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A poor village in which help is not complete (帮扶力量缺口). */
@Schema(name = "LinkGap")
public record Gap(
        @Schema(description = "12 digits.") String villageCode,
        @Nullable String villageName,
        boolean firstSecretary,

        @Schema(description = "Members of the resident team, the first secretary counted.")
        int team,

        @Schema(description = "Members that it must have at least.")
        int leastTeam,

        boolean informationOfficer,
        boolean unit) {}
