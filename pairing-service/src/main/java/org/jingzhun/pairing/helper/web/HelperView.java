package org.jingzhun.pairing.helper.web;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.cause.Cause;
import org.jingzhun.pairing.helper.Calling;
import org.jingzhun.pairing.helper.Helper;
import org.jingzhun.pairing.helper.Rank;
import org.jspecify.annotations.Nullable;

/** A helper as its readers see it. */
@Schema(name = "Helper")
public record HelperView(
        UUID id,
        String name,
        UUID unitId,
        String unitName,
        String post,
        Rank rank,

        @Schema(
                description =
                        "Households at most, by the rank, the level of the unit and the policy of today; a first secretary has the quota of the county.")
        int quota,

        List<Cause> skills,
        @Schema(description = "12 digits.") @Nullable String homeVillage,

        @Schema(description = "Two digits of GB/T 3304.") @Nullable
        String ethnicity,

        @Nullable String homeHamlet,

        @Schema(description = "12 digits: where it holds an office that decides on households.") @Nullable
        String decidesIn,

        @Schema(description = "What it is beside its post.") List<Calling> callings,

        long revision) {

    static HelperView of(Helper helper, int quota) {
        return new HelperView(
                helper.id(),
                helper.name(),
                helper.unit().id(),
                helper.unit().name(),
                helper.post(),
                helper.rank(),
                quota,
                helper.skills(),
                helper.homeVillage() == null ? null : String.valueOf(helper.homeVillage()),
                helper.ethnicity(),
                helper.homeHamlet(),
                helper.decidesIn() == null ? null : String.valueOf(helper.decidesIn()),
                helper.callings(),
                helper.revision());
    }
}
