package org.jingzhun.identification.exit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exit as it stands.
 *
 * @param householdId null for villages and counties
 * @param placeCode of the household's village, of the village, or of the county
 * @param year of the exit
 * @param standard version by which it is judged, also in later years
 * @param recognisedBy who signed for the household, village or county itself
 * @param certifiedBy who signed for the team; empty before
 * @param noticeDays calendar days that the notice stands
 */
public record ExitCase(
        UUID id,
        Subject subject,
        @Nullable UUID householdId,
        long placeCode,
        int year,
        String standard,
        Stage stage,
        @Nullable String recognisedBy,
        List<String> certifiedBy,
        @Nullable LocalDate noticeSince,
        @Nullable Integer noticeDays,
        @Nullable String documentNumber,
        @Nullable LocalDate exitedOn,
        long revision) {

    public ExitCase {
        certifiedBy = List.copyOf(certifiedBy);
    }

    /** The last day of the notice; the day on which it went up does not count. Null when there was none. */
    public @Nullable LocalDate lastNoticeDay() {
        return noticeSince == null || noticeDays == null ? null : noticeSince.plusDays(noticeDays);
    }
}
