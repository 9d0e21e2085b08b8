package org.jingzhun.pairing.link;

/** What is linked to what (挂钩联系). */
public enum LinkKind {

    /** A unit helps a village (单位定点帮扶村). */
    UNIT_VILLAGE("单位定点帮扶村", "Unit helps a village");

    private final String chinese;
    private final String english;

    LinkKind(String chinese, String english) {
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
