package org.jingzhun.pairing.visit;

/** What of a photo does not fit its visit (照片疑点); a hint for whoever checks, never a refusal. */
public enum PhotoDoubt {
    /** It was taken on another day than the visit was made, both by the phone's clock. */
    OTHER_DAY("拍摄日期与走访不符", "Taken on another day"),
    /** It was taken farther from the visit than the policy has it; from the household's home when the visit has no place. */
    FAR_AWAY("拍摄地点与走访不符", "Taken far away");

    private final String chinese;
    private final String english;

    PhotoDoubt(String chinese, String english) {
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
