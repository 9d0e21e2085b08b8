package org.jingzhun.pairing.duty;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Days of a first secretary or team member (驻村记录).
 *
 * @param lastOn included
 * @param remark what was done, why leave is asked for, or how absence was found
 * @param ruleVersion of the policy {@code duty}
 */
public record DutyRecord(
        UUID id,
        UUID helperId,
        long villageCode,
        Kind kind,
        LocalDate firstOn,
        LocalDate lastOn,
        LeaveState state,
        String remark,
        String ruleVersion,
        long revision) {

    /** What the days were. */
    public enum Kind {
        /** In the village (在岗). */
        PRESENT,
        /** (请假) */
        LEAVE,
        /** Should have been there and was not (脱岗). */
        ABSENCE
    }

    /** Whether both say the same, wherever they stand. */
    boolean says(DutyRecord other) {
        return helperId.equals(other.helperId)
                && villageCode == other.villageCode
                && kind == other.kind
                && firstOn.equals(other.firstOn)
                && lastOn.equals(other.lastOn)
                && remark.equals(other.remark);
    }

    /** Days from the first to the last. */
    public int days() {
        return (int) (lastOn.toEpochDay() - firstOn.toEpochDay() + 1);
    }
}
