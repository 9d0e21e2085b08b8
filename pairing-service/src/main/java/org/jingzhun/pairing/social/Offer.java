package org.jingzhun.pairing.social;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives (援助信息).
 *
 * @param division where it may be used, with all in it, 12 digits
 * @param donor as it wishes to be called
 * @param campaign of which it is part, for instance 扶贫日 (17 October); null when none
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
        @Nullable String campaign,
        HelpKind kind,
        int amount,
        int open,
        String title,
        LocalDate firstOn,
        LocalDate lastOn,
        boolean withdrawn,
        long revision) {

    /** Who gives. */
    public enum DonorKind {
        ENTERPRISE,
        ORGANISATION,
        UNIT,
        CITIZEN
    }
}
