package org.jingzhun.pairing.enterpriseproject;

/** Ways in which an enterprise helps a village (帮扶方式). */
public enum ProjectKind {

    /** A business that buys, builds or grows in the village (产业帮扶). */
    INDUSTRY("产业帮扶", "Industry"),

    /** Jobs for people of the village (就业帮扶). */
    EMPLOYMENT("就业帮扶", "Employment"),

    /** Donations and public works (公益帮扶). */
    PUBLIC_WELFARE("公益帮扶", "Public welfare"),

    /** What the village grows is bought (消费帮扶). */
    CONSUMPTION("消费帮扶", "Consumption"),

    /** Training (技能帮扶). */
    SKILLS("技能帮扶", "Skills");

    private final String chinese;
    private final String english;

    ProjectKind(String chinese, String english) {
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
