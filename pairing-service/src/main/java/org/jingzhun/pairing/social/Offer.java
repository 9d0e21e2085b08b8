package org.jingzhun.pairing.social;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives (援助信息).
 *
 * @param division where it may be used, with all in it, 12 digits
 * @param donor as it wishes to be called
 * @param campaignId of which it is part; null when of none
 * @param campaign its name, or a label alone as offers had it before campaigns, for instance 扶贫日; null when none
 * @param amount yuan, pieces or places
 * @param open of these, not matched yet
 * @param firstOn from when it is there
 * @param lastOn until when
 */
public record Offer(
        UUID id,
        long division,
        String donor,
        DonorKind donorKind,
        @Nullable UUID campaignId,
        @Nullable String campaign,
        HelpKind kind,
        int amount,
        int open,
        String title,
        LocalDate firstOn,
        LocalDate lastOn,
        boolean withdrawn,
        long revision) {

    /** Whether both say the same, wherever they stand; the name of a campaign that it joined is not its own word. */
    boolean says(Offer other) {
        return division == other.division
                && donor.equals(other.donor)
                && donorKind == other.donorKind
                && Objects.equals(campaignId, other.campaignId)
                && (campaignId != null || Objects.equals(campaign, other.campaign))
                && kind == other.kind
                && amount == other.amount
                && title.equals(other.title)
                && firstOn.equals(other.firstOn)
                && lastOn.equals(other.lastOn);
    }

    /** Part of a campaign, under its name. */
    Offer of(Campaign of) {
        return new Offer(
                id, division, donor, donorKind, of.id(), of.name(), kind, amount, open, title, firstOn, lastOn,
                withdrawn, revision);
    }

    /** Who gives. */
    public enum DonorKind {
        ENTERPRISE,
        ORGANISATION,
        UNIT,
        CITIZEN
    }
}
