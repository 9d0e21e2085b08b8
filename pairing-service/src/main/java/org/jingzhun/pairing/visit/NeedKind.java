package org.jingzhun.pairing.visit;

/** What a household needs (需求类型); the kinds of the platform on which donors and needs are matched (2.12). */
public enum NeedKind {
    EDUCATION("助学", "Education"),
    MEDICAL("医疗", "Medical help"),
    HOUSE("住房", "House"),
    INDUSTRY("产业", "Production"),
    JOB("就业", "Job"),
    TRAINING("培训", "Training"),
    DAILY_GOODS("生活用品", "Daily goods"),
    OTHER("其他", "Other");

    private final String chinese;
    private final String english;

    NeedKind(String chinese, String english) {
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
