package org.jingzhun.pairing.pairing;

/** Whether a pairing stands (结对状态). */
public enum PairingState {
    ACTIVE("帮扶中", "Active"),
    CLOSED("已结束", "Closed");

    private final String chinese;
    private final String english;

    PairingState(String chinese, String english) {
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
