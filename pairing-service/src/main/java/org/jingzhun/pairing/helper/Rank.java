package org.jingzhun.pairing.helper;

/** Rank of a cadre (职级), on which the quota of households depends. */
public enum Rank {
    DIVISION_HEAD("正处级", "Division head"),
    DEPUTY_DIVISION_HEAD("副处级", "Deputy division head"),
    SECTION_HEAD("正科级", "Section head"),
    DEPUTY_SECTION_HEAD("副科级", "Deputy section head"),
    ORDINARY("一般干部", "Ordinary staff");

    private final String chinese;
    private final String english;

    Rank(String chinese, String english) {
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
