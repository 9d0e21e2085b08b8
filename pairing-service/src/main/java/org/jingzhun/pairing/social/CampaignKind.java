package org.jingzhun.pairing.social;

import java.time.LocalDate;
import java.time.MonthDay;

/** Kinds of campaigns (社会扶贫活动). */
public enum CampaignKind {

    /** Held around 17 October (扶贫日). */
    POVERTY_DAY("扶贫日", "Poverty-relief day"),

    /** Donations and projects of firms for villages (万企帮万村). */
    ENTERPRISES_AND_VILLAGES("万企帮万村", "Ten thousand enterprises help ten thousand villages"),

    /** A day spent with the poor (扶贫一日行). */
    DAY_WITH_THE_POOR("扶贫一日行", "A day with the poor"),

    /** Relief of the Red Cross for households (红十字博爱送万家). */
    RED_CROSS_RELIEF("红十字博爱送万家", "Red Cross relief"),

    /** Donations for students (栋梁工程). */
    STUDENT_AID("栋梁工程", "Aid for students"),

    /** People come home and start firms (返乡创业回家工程). */
    HOMECOMING("返乡创业回家工程", "Homecoming of founders"),

    OTHER("其他", "Other");

    private static final MonthDay POVERTY_RELIEF_DAY = MonthDay.of(10, 17);

    private final String chinese;
    private final String english;

    CampaignKind(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Whether a campaign of this kind may have these days: the poverty-relief day is 17 October (10月17日是中国扶贫日). */
    boolean allows(LocalDate firstOn, LocalDate lastOn) {
        if (this != POVERTY_DAY) {
            return true;
        }
        var day = POVERTY_RELIEF_DAY.atYear(firstOn.getYear());
        return !(day.isBefore(firstOn) ? day.plusYears(1) : day).isAfter(lastOn);
    }
}
