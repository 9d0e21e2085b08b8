package org.jingzhun.pairing.link.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.pairing.link.Link;
import org.jingzhun.pairing.link.LinkKind;
import org.jingzhun.pairing.link.LinkState;
import org.jspecify.annotations.Nullable;

/** A link as its readers see it. */
@Schema(name = "Link")
public record LinkView(
        UUID id,
        LinkKind kind,
        @Nullable UUID unitId,
        @Nullable UUID helperId,
        @Nullable UUID enterpriseId,

        @Schema(description = "12 digits: the city that helps.") @Nullable
        String city,

        @Schema(description = "12 digits: what is helped; for a person, the village in which it lives.")
        String division,

        @Nullable UUID personId,
        LinkState state,
        LocalDate since,

        @Schema(description = "Last day of the term; absent if there is none.") @Nullable
        LocalDate expiresOn,

        @Schema(description = "Last day; absent while it stands.") @Nullable
        LocalDate until,

        @Schema(description = "The link that it took over from.") @Nullable
        UUID predecessor,

        @Schema(description = "Why it was ended or handed over.")
        String reason,

        @Schema(description = "The document that set it.") @Nullable
        String document,

        @Schema(description = "With signatures; absent in lists.") @Nullable
        List<SignatureView> steps,

        long revision) {

    static LinkView of(Link link, @Nullable List<Signature> steps) {
        Long city = link.party().city();
        return new LinkView(
                link.id(),
                link.kind(),
                link.party().unitId(),
                link.party().helperId(),
                link.party().enterpriseId(),
                city == null ? null : String.valueOf(city),
                String.valueOf(link.division()),
                link.personId(),
                link.state(),
                link.since(),
                link.expiresOn(),
                link.until(),
                link.predecessor(),
                link.reason(),
                link.document(),
                steps == null ? null : steps.stream().map(SignatureView::of).toList(),
                link.revision());
    }
}
