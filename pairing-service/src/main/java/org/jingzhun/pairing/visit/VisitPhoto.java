package org.jingzhun.pairing.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.chassis.time.Clocks;
import org.jspecify.annotations.Nullable;

/**
 * A photo of a visit (走访照片) with when and where it was taken.
 *
 * @param sha256 of the content, 64 hexadecimal digits
 * @param takenAt by the phone's clock; null while the photo has not come
 * @param location null when the phone could not tell
 * @param metresAway from where the visit was, or from the household's home; null when either place is not known
 * @param doubts what does not fit the visit, by the order of their kinds
 */
public record VisitPhoto(
        String sha256,
        @Nullable Instant takenAt,
        @Nullable Location location,
        @Nullable Integer metresAway,
        List<PhotoDoubt> doubts) {

    public VisitPhoto {
        doubts = List.copyOf(doubts);
    }

    /** One that has not come. */
    static VisitPhoto missing(String sha256) {
        return new VisitPhoto(sha256, null, null, null, List.of());
    }

    /** @param farMetres from which on it is far */
    static VisitPhoto of(Visit visit, String sha256, Instant takenAt, @Nullable Location location, int farMetres) {
        List<PhotoDoubt> doubts = new ArrayList<>();
        if (!LocalDate.ofInstant(takenAt, Clocks.SHANGHAI).equals(visit.facts().visitedOn())) {
            doubts.add(PhotoDoubt.OTHER_DAY);
        }
        Location there = visit.facts().location();
        if (there == null && visit.facts().place() == null) {
            there = visit.home();
        }
        Integer metres = location == null || there == null ? null : location.metresTo(there);
        if (metres != null && metres > farMetres) {
            doubts.add(PhotoDoubt.FAR_AWAY);
        }
        return new VisitPhoto(sha256, takenAt, location, metres, doubts);
    }
}
