package org.jingzhun.pairing.visit;

/** What a helper sees that may push a household into poverty (风险类型); the codes are those of identification. */
public enum Risk {
    ILLNESS("因病", "Illness"),
    DISABILITY("因残", "Disability"),
    SCHOOLING("因学", "Schooling"),
    DISASTER("因灾", "Disaster"),
    ACCIDENT("因意外事故", "Accident"),
    JOB_LOSS("失业", "Job lost"),
    BUSINESS_FAILURE("产业失败", "Business failed"),
    INCOME_DROP("收入骤减", "Income dropped"),
    HOUSING("住房安全", "Housing"),
    WATER("饮水安全", "Drinking water"),
    LABOUR_SHORTAGE("缺劳动力", "Lack of labour"),
    OTHER("其他", "Other");

    private final String chinese;
    private final String english;

    Risk(String chinese, String english) {
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
