package org.jingzhun.pairing.link.web;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.link.Link;
import org.jingzhun.pairing.link.LinkKind;
import org.jspecify.annotations.Nullable;

/** A link as its readers see it. */
@Schema(name = "Link")
public record LinkView(
        UUID id,
        LinkKind kind,
        UUID unitId,
        @Schema(description = "12 digits.") String villageCode,
        LocalDate since,

        @Schema(description = "Last day; absent while it stands.") @Nullable
        LocalDate until,

        @Schema(description = "The document that set it.") @Nullable
        String document,

        long revision) {

    static LinkView of(Link link) {
        return new LinkView(
                link.id(),
                link.kind(),
                link.unitId(),
                String.valueOf(link.villageCode()),
                link.since(),
                link.until(),
                link.document(),
                link.revision());
    }
}
