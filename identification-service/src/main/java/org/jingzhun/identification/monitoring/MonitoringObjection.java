package org.jingzhun.identification.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.campaign.Objection.State;
import org.jspecify.annotations.Nullable;

/**
 * What somebody holds against a case of monitoring while its notice is up (异议).
 *
 * @param raisedBy as the person gave the name; anybody may
 * @param recordedBy the person who took it down
 * @param finding what others found; null while it is open
 * @param investigators who found it; empty while it is open
 */
public record MonitoringObjection(
        UUID id,
        UUID caseId,
        long villageCode,
        String raisedBy,
        String text,
        LocalDate raisedOn,
        String recordedBy,
        State state,
        @Nullable String finding,
        List<String> investigators,
        @Nullable String resolvedName,
        @Nullable Instant resolvedAt) {

    public static final int FEWEST_INVESTIGATORS = 2;
    public static final int MOST_INVESTIGATORS = 10;

    public MonitoringObjection {
        investigators = List.copyOf(investigators);
    }

    /**
     * How many hold a case.
     *
     * @param open that nobody has decided
     * @param upheld against the notice that is up
     */
    record Held(int open, int upheld) {

        static final Held NONE = new Held(0, 0);
    }
}
