package org.jingzhun.identification.exit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.campaign.Objection.State;
import org.jspecify.annotations.Nullable;

/**
 * What somebody holds against an exit while its notice is up (异议).
 *
 * @param placeCode of the exit
 * @param raisedBy as the person gave the name; anybody may
 * @param recordedBy the person who took it down
 * @param finding what the re-check came to; null while it is open
 * @param investigators who re-checked; empty while it is open
 */
public record ExitObjection(
        UUID id,
        UUID exitId,
        Subject subject,
        long placeCode,
        String raisedBy,
        String text,
        LocalDate raisedOn,
        String recordedBy,
        State state,
        @Nullable String finding,
        List<String> investigators,
        @Nullable String resolvedName,
        @Nullable Instant resolvedAt,
        long revision) {

    public static final int FEWEST_INVESTIGATORS = 2;
    public static final int MOST_INVESTIGATORS = 10;

    public ExitObjection {
        investigators = List.copyOf(investigators);
    }
}
