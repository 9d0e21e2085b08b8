package org.jingzhun.pairing.helper;

/** Why a helper cannot help (离岗原因). */
public enum AbsenceKind {
    LEAVE("请假", "Leave"),
    ILLNESS("患病", "Illness"),
    TRAINING("脱产学习", "Training"),
    TRANSFERRED("调离", "Transferred"),
    RETIRED("退休", "Retired"),
    DIED("去世", "Died");

    private final String chinese;
    private final String english;

    AbsenceKind(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** Whether its last day is known beforehand. */
    public boolean needsEnd() {
        return this == LEAVE || this == TRAINING;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
