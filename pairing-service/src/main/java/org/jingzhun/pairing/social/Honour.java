package org.jingzhun.pairing.social;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A title for a very large donation or an outstanding contribution (扶贫荣誉).
 *
 * @param division that confers it, 12 digits
 * @param donor as it wishes to be called
 */
public record Honour(
        UUID id,
        long division,
        String donor,
        String title,
        String reason,
        HonourState state,
        @Nullable LocalDate conferredOn,
        long revision) {

    /** Whether it says what was proposed, wherever it stands. */
    boolean says(long place, String who, String called, String why) {
        return division == place && donor.equals(who) && title.equals(called) && reason.equals(why);
    }
}
