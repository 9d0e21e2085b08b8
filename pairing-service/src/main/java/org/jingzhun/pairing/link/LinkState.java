package org.jingzhun.pairing.link;

/** Whether a link stands (挂钩状态). */
public enum LinkState {
    STANDING("有效", "Standing"),

    /** Another party has taken over. */
    HANDED_OVER("已交接", "Handed over"),
    ENDED("已解除", "Ended");

    private final String chinese;
    private final String english;

    LinkState(String chinese, String english) {
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
