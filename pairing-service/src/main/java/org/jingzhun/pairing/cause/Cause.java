package org.jingzhun.pairing.cause;

/**
 * Cause of poverty (致贫原因). A household has one main cause and at most two others; a helper's skills are the causes
 * that the helper can do something about.
 *
 * <p>Source: the columns of the national register (建档立卡), which the poverty register of identification follows.
 */
public enum Cause {
    ILLNESS("因病", "Illness"),
    DISABILITY("因残", "Disability"),
    SCHOOLING("因学", "Cost of schooling"),
    DISASTER("因灾", "Disaster"),
    LACK_OF_LAND("缺土地", "Lack of land"),
    LACK_OF_WATER("缺水", "Lack of water"),
    LACK_OF_SKILLS("缺技术", "Lack of skills"),
    LACK_OF_LABOUR("缺劳力", "Lack of labour"),
    LACK_OF_FUNDS("缺资金", "Lack of funds"),
    POOR_TRANSPORT("交通条件落后", "Poor transport"),
    LACK_OF_MOTIVATION("自身发展动力不足", "Lack of motivation"),
    OTHER("其他", "Other");

    private final String chinese;
    private final String english;

    Cause(String chinese, String english) {
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
