package org.jingzhun.pairing.planning;

/** The cost terms of a pair (结对因素), as code lists and policies name them. */
public enum Term {
    UNIT_VILLAGE("单位帮扶村", "Village of the helper's unit"),
    HOME_VILLAGE("家乡村", "Home village of the helper"),
    SKILL("专长对致贫原因", "Skill against cause"),
    LANGUAGE("民族语言", "Language"),
    STANDING("已有结对关系", "Standing pair"),
    LOAD("工作量", "Load, whatever the rank"),
    DISTANCE("路程", "Distance from the workplace"),
    RANK_QUOTA("职级户数", "Share of the quota of the rank");

    private final String chinese;
    private final String english;

    Term(String chinese, String english) {
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
