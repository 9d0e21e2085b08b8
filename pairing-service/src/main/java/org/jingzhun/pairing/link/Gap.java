package org.jingzhun.pairing.link;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A poor village, or a county with one, in which help is not complete (帮扶力量缺口). */
@Schema(name = "LinkGap")
public record Gap(
        @Schema(description = "12 digits: a village or a county.")
        String division,

        Place level,
        @Nullable String name,

        @Schema(description = "Kinds of which fewer links stand than the policy link-limits asks for.")
        List<Missing> missing,

        @Schema(description = "Links that stand on although their term is over, the longest over first.")
        List<Ended> ended,

        @Schema(
                description =
                        "Links whose party has fewer of the kind than the policy link-limits asks for: a leader of the county with one village.")
        List<Few> few) {

    /** What can lack help. */
    public enum Place {
        COUNTY,
        VILLAGE
    }

    /** Too few links of a kind. */
    @Schema(name = "MissingLinks")
    public record Missing(
            LinkKind kind,

            @Schema(description = "Links that stand; in TEAM_MEMBER the first secretary is counted.")
            int standing,

            @Schema(description = "Links that there must be at least.")
            int least) {}

    /** A link whose party has too few of its kind. */
    @Schema(name = "TooFewLinks")
    public record Few(
            UUID linkId,
            LinkKind kind,

            @Schema(description = "Links of the kind that the party has, wherever they lead.")
            int standing,

            @Schema(description = "Links that it has at least.")
            int least) {}

    /** A link whose term is over; it is to be renewed, handed over or ended. */
    @Schema(name = "EndedTerm")
    public record Ended(
            UUID linkId,
            LinkKind kind,
            @Schema(description = "Last day of the term.") LocalDate expiresOn) {}
}
