package org.jingzhun.pairing.redblack.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.redblack.Colour;
import org.jingzhun.pairing.redblack.Entry;
import org.jingzhun.pairing.redblack.EntryState;
import org.jingzhun.pairing.redblack.Listing;
import org.jspecify.annotations.Nullable;

/** An entry as seen from outside. */
@Schema(name = "ListEntry")
public record EntryView(
        UUID id,
        Colour colour,
        Entry.SubjectKind subjectKind,
        @Nullable UUID subjectId,

        @Schema(description = "Who is meant, or where it lies, in 12 digits.")
        String division,

        @Schema(description = "The problem behind it.") @Nullable
        UUID problemId,

        String reason,

        @Schema(description = "Serious: to be told to the media, and those responsible to be held to account.")
        boolean grave,

        EntryState state,
        String ruleVersion,

        @Schema(description = "Last day for the reply.") @Nullable
        LocalDate replyBy,

        @Nullable LocalDate publishedOn,

        @Schema(description = "Last day for putting it right.") @Nullable
        LocalDate rectifyBy,

        @Schema(description = "Last day of praise on the list, or on which a fault counts in evaluations.") @Nullable
        LocalDate expiresOn,

        @Nullable LocalDate endedOn,
        long revision) {

    static EntryView of(Entry entry) {
        return new EntryView(
                entry.id(),
                entry.colour(),
                entry.subjectKind(),
                entry.subjectId(),
                Divisions.text(entry.division()),
                entry.problemId(),
                entry.reason(),
                entry.grave(),
                entry.state(),
                entry.ruleVersion(),
                entry.replyBy(),
                entry.publishedOn(),
                entry.rectifyBy(),
                entry.expiresOn(),
                entry.endedOn(),
                entry.revision());
    }

    /** An entry with its steps. */
    @Schema(name = "HandledListEntry")
    public record HandledView(EntryView entry, List<SignatureView> steps) {

        static HandledView of(Listing.Handled handled) {
            return new HandledView(
                    EntryView.of(handled.entry()),
                    handled.steps().stream().map(SignatureView::of).toList());
        }
    }
}
