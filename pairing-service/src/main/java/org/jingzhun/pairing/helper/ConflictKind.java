package org.jingzhun.pairing.helper;

/** Why a helper must not help a household (回避事由). */
public enum ConflictKind {
    KINSHIP("亲属关系", "Kinship"),
    OWN_HOUSEHOLD("本人家庭", "The helper's own household"),
    DEALINGS("经济往来", "Dealings with the household");

    private final String chinese;
    private final String english;

    ConflictKind(String chinese, String english) {
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
