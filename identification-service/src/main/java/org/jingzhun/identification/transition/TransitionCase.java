package org.jingzhun.identification.transition;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transition as it stands, seen by the one who asks.
 *
 * @param villageCode of the household
 * @param year for which it holds
 * @param campaignId of the campaign that proposes a return; null when an officer does
 * @param noticeDays calendar days that the notice stands
 * @param registerStatus of the household now
 * @param takenBefore gates that the one who asks opened
 * @param approvedTheExit whether the one who asks approved the household's last exit
 */
public record TransitionCase(
        UUID id,
        UUID householdId,
        long villageCode,
        Kind kind,
        Stage stage,
        int year,
        String reason,
        List<String> evidence,
        @Nullable UUID campaignId,
        @Nullable LocalDate noticeSince,
        @Nullable Integer noticeDays,
        @Nullable String documentNumber,
        @Nullable LocalDate appliedOn,
        long revision,
        String registerStatus,
        Set<Gate> takenBefore,
        boolean approvedTheExit) {

    public TransitionCase {
        evidence = List.copyOf(evidence);
        takenBefore = Set.copyOf(takenBefore);
    }

    /** The last day of the notice; the day on which it went up does not count. Null when there was none. */
    public @Nullable LocalDate lastNoticeDay() {
        return noticeSince == null || noticeDays == null ? null : noticeSince.plusDays(noticeDays);
    }
}
