package org.jingzhun.pairing.helper;

/** Level of a unit (单位层级). */
public enum UnitLevel {
    CENTRAL("中央", "Central"),
    PROVINCE("省级", "Province"),
    CITY("市级", "City"),
    COUNTY("县级", "County"),
    TOWNSHIP("乡级", "Township");

    private final String chinese;
    private final String english;

    UnitLevel(String chinese, String english) {
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
