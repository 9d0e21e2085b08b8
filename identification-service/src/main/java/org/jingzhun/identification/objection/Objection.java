package org.jingzhun.identification.objection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody holds against a case while its notice is up (异议). An open one holds the case; one that was upheld
 * leaves only the way back.
 *
 * @param subject HOUSEHOLD, VILLAGE or COUNTY
 * @param place where the case is
 * @param raisedBy as the person gave the name; anybody may
 * @param recordedBy the person who took it down
 * @param finding what others found; null while it is open
 * @param investigators who found it; empty while it is open
 */
public record Objection(
        UUID id,
        Objected about,
        UUID caseId,
        String subject,
        long place,
        String raisedBy,
        String text,
        LocalDate raisedOn,
        String recordedBy,
        ObjectionState state,
        @Nullable String finding,
        List<String> investigators,
        @Nullable String resolvedName,
        @Nullable Instant resolvedAt) {

    public Objection {
        investigators = List.copyOf(investigators);
    }

    /**
     * How an objection is decided.
     *
     * @param investigators two or more, none of whom had a part in the case
     */
    public record Verdict(boolean upheld, String finding, List<String> investigators) {

        public static final int FEWEST_INVESTIGATORS = 2;
        public static final int MOST_INVESTIGATORS = 10;

        public Verdict {
            investigators = List.copyOf(investigators);
        }
    }

    /**
     * How many hold a case.
     *
     * @param open that nobody has decided
     * @param upheld against the notice that is up
     */
    public record Held(int open, int upheld) {

        public static final Held NONE = new Held(0, 0);
    }
}
