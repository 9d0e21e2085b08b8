package org.jingzhun.pairing.social.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.pairing.social.Helping;
import org.jingzhun.pairing.social.Match;
import org.jingzhun.pairing.social.MatchState;
import org.jspecify.annotations.Nullable;

/** A match as seen from outside. */
@Schema(name = "Match")
public record MatchView(
        UUID id,
        UUID needId,
        UUID offerId,
        String villageCode,

        @Schema(description = "Yuan for MONEY, else pieces or places.")
        int amount,

        @Schema(description = "Campaign of the offer; absent when of none.") @Nullable
        UUID campaignId,

        LocalDate matchedOn,
        MatchState state,
        long revision) {

    static MatchView of(Match match) {
        return new MatchView(
                match.id(),
                match.needId(),
                match.offerId(),
                Long.toString(match.villageCode()),
                match.amount(),
                match.campaignId(),
                match.matchedOn(),
                match.state(),
                match.revision());
    }

    /** A match with its steps. */
    @Schema(name = "HandledMatch")
    public record HandledView(MatchView match, List<SignatureView> steps) {

        static HandledView of(Helping.Handled handled) {
            return new HandledView(
                    MatchView.of(handled.match()),
                    handled.steps().stream().map(SignatureView::of).toList());
        }
    }
}
