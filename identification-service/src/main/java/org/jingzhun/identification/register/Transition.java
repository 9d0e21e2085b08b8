package org.jingzhun.identification.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a household's status, with what decided it.
 *
 * @param revision of the entry after it
 * @param from null when it came onto the register
 * @param on the day from which it holds
 * @param lineVersion of the campaign's cut line
 * @param scorecard version
 * @param standard version of the standard of an exit
 * @param reason in words, of a return, roll-back or removal
 */
public record Transition(
        long revision,
        String kind,
        @Nullable Status from,
        Status to,
        LocalDate on,
        String documentNumber,
        @Nullable UUID campaignId,
        @Nullable Integer lineVersion,
        @Nullable String scorecard,
        @Nullable String standard,
        @Nullable String reason,
        String takenBy,
        Instant takenAt) {}
