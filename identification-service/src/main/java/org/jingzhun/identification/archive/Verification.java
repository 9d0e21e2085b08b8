package org.jingzhun.identification.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comparing a file that somebody holds has shown. */
@Schema(name = "ArchiveVerification")
public record Verification(
        UUID householdId,

        @Schema(description = "Nothing in the file differs from its own manifest.")
        boolean intact,

        @Schema(description = "The service gave out a file with just this content.")
        boolean issued,

        @Schema(description = "For the first time; null when it was never given out.") @Nullable
        Instant issuedAt,

        @Schema(description = "The file would be the same if it was made now.")
        boolean current,

        @Schema(description = "As it stands in the file's manifest.")
        String stated,

        @Schema(description = "As it follows from the file's content.")
        String computed,

        List<SectionCheck> sections,

        @Schema(description = "How the file stands to what was sealed of the household, year by year.")
        List<SealedFile.SealCheck> seals) {

    /** A section of the file, or one that was added since. */
    @Schema(name = "ArchiveSectionCheck")
    public record SectionCheck(
            String name,

            @Schema(description = "Its hash is the one in the file's manifest.")
            boolean intact,

            Now now) {}

    /** How a section of the file stands to what the service would tell now. */
    public enum Now {
        SAME,
        CHANGED,
        /** Not in the file; the service tells it now. */
        ADDED,
        /** In the file; the service does not tell it any more. */
        GONE
    }
}
