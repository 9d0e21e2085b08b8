package org.jingzhun.pairing.duty;

import org.jingzhun.pairing.policy.PolicyVersion;

/**
 * What found absence (脱岗) leads to in the yearly evaluation (考核结果运用), by the policy {@code duty}: rules of a county in an
 * autonomous region on first secretaries.
 *
 * @param notExcellent absences from which a person is not excellent
 * @param basicallyCompetent absences from which a person is basically competent at most
 * @param incompetent absences from which a person is incompetent
 * @param tenthsEach tenths of a point that township and sending unit lose each time
 */
public record AbsenceRule(int notExcellent, int basicallyCompetent, int incompetent, int tenthsEach) {

    private enum Key {
        NOT_EXCELLENT,
        BASICALLY_COMPETENT,
        INCOMPETENT,
        LOSS_TENTHS
    }

    /** What follows from a year's absence. */
    public enum Consequence {
        NONE,
        NOT_EXCELLENT,
        BASICALLY_COMPETENT,
        INCOMPETENT
    }

    /** @param duty version of the policy {@code duty} */
    public static AbsenceRule of(PolicyVersion duty) {
        return new AbsenceRule(
                duty.get(Key.NOT_EXCELLENT),
                duty.get(Key.BASICALLY_COMPETENT),
                duty.get(Key.INCOMPETENT),
                duty.get(Key.LOSS_TENTHS));
    }

    /** @param absences found in the year */
    public Consequence consequence(int absences) {
        if (absences >= incompetent) {
            return Consequence.INCOMPETENT;
        }
        if (absences >= basicallyCompetent) {
            return Consequence.BASICALLY_COMPETENT;
        }
        return absences >= notExcellent ? Consequence.NOT_EXCELLENT : Consequence.NONE;
    }

    /**
     * Tenths of a point that township and sending unit lose.
     *
     * @param absences found in the year
     */
    public int lossTenths(int absences) {
        return absences * tenthsEach;
    }
}
