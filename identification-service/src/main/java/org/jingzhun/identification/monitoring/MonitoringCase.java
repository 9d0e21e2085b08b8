package org.jingzhun.identification.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The monitoring of a household as it stands, seen by the one who asks.
 *
 * @param villageCode of the household
 * @param persons of the household now
 * @param labourers of them who can work
 * @param registerStatus of the household now; null when it is not on the register
 * @param monitoringClass null until the home check
 * @param risks found by the home check, before it those of the leads
 * @param raisedOn day of the first lead
 * @param due what is due next; null when nothing is
 * @param noticeDays calendar days that the notice stands
 * @param documentNumber of the county's decision
 * @param closureSince day of the closing visit
 * @param endedOn day of its end; null while it is open
 * @param measures planned and not dropped
 * @param openMeasures of them not carried out yet
 * @param secured whether a measure of comprehensive security was carried out
 * @param newLead whether a lead came after the closing visit
 * @param colourReason null when it has ended
 * @param returnCase the transition of the register by which it falls back
 * @param takenBefore steps that the one who asks took
 */
public record MonitoringCase(
        UUID id,
        UUID householdId,
        long villageCode,
        String hamlet,
        String householder,
        int persons,
        int labourers,
        @Nullable String registerStatus,
        Stage stage,
        @Nullable MonitoringClass monitoringClass,
        List<Risk> risks,
        LocalDate raisedOn,
        @Nullable Due due,
        @Nullable LocalDate noticeSince,
        @Nullable Integer noticeDays,
        @Nullable LocalDate monitoredOn,
        @Nullable String documentNumber,
        @Nullable LocalDate closureSince,
        @Nullable String closureDocument,
        @Nullable LocalDate endedOn,
        int measures,
        int openMeasures,
        boolean secured,
        boolean newLead,
        @Nullable ColourReason colourReason,
        @Nullable UUID returnCase,
        long revision,
        Set<Step> takenBefore) {

    /** @param rule row that set the term; null where the measure itself did */
    public record Due(Step step, LocalDate on, @Nullable Long rule) {}

    public MonitoringCase {
        risks = List.copyOf(risks);
        takenBefore = Set.copyOf(takenBefore);
    }

    /** The last day of the notice; the day on which it went up does not count. Null when there was none. */
    public @Nullable LocalDate lastNoticeDay() {
        return noticeSince == null || noticeDays == null ? null : noticeSince.plusDays(noticeDays);
    }

    boolean poor() {
        return Poverty.isPoor(registerStatus);
    }
}
