package org.jingzhun.pairing.social.web;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.social.HelpKind;
import org.jingzhun.pairing.social.Offer;
import org.jspecify.annotations.Nullable;

/** An offer as seen from outside. */
@Schema(name = "Offer")
public record OfferView(
        UUID id,

        @Schema(description = "Where it may be used, with all in it.")
        String division,

        String donor,
        Offer.DonorKind donorKind,

        @Schema(description = "Campaign of which it is part; absent when of none.") @Nullable
        UUID campaignId,

        @Nullable String campaign,
        HelpKind kind,

        @Schema(description = "Yuan for MONEY, else pieces or places.")
        int amount,

        @Schema(description = "Number of these that is not matched yet.")
        int open,

        String title,
        LocalDate firstOn,
        LocalDate lastOn,
        boolean withdrawn,
        long revision) {

    static OfferView of(Offer offer) {
        return new OfferView(
                offer.id(),
                Divisions.text(offer.division()),
                offer.donor(),
                offer.donorKind(),
                offer.campaignId(),
                offer.campaign(),
                offer.kind(),
                offer.amount(),
                offer.open(),
                offer.title(),
                offer.firstOn(),
                offer.lastOn(),
                offer.withdrawn(),
                offer.revision());
    }
}
