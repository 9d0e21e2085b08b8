package org.jingzhun.pairing.planning;

/** How far a pairing plan has come (方案阶段). */
public enum Stage {

    /** Its job is at work, or waits. */
    COMPUTING("计算中", "Computing"),

    /** Computed and proven; waits for approval. */
    PROPOSED("待审批", "Proposed"),

    /** Decided; not yet in force. */
    APPROVED("已批准", "Approved"),

    /** Its pairs became pairings. */
    ACTIVATED("已生效", "Activated"),

    /** Given up. */
    DISCARDED("已作废", "Discarded");

    private final String chinese;
    private final String english;

    Stage(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
