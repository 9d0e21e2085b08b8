package org.jingzhun.pairing.link;

import org.jingzhun.pairing.helper.Calling;
import org.jspecify.annotations.Nullable;

/** Who is bound to what (挂钩联系): the party that helps, and what it helps. */
public enum LinkKind {

    /** A unit helps a village (单位定点帮扶村). */
    UNIT_VILLAGE(Party.UNIT, Target.VILLAGE, "单位定点帮扶村", "Unit helps a village"),

    /** A unit of the centre helps a county (中央单位定点帮扶县). */
    UNIT_COUNTY(Party.UNIT, Target.COUNTY, "中央单位定点帮扶县", "Central unit helps a county"),

    /** A firm helps a village; many to many (千企扶千村). */
    ENTERPRISE_VILLAGE(Party.ENTERPRISE, Target.VILLAGE, "企业帮扶村", "Enterprise helps a village"),

    /** A city of another province helps a county (东西部扶贫协作). */
    CITY_COUNTY(Party.CITY, Target.COUNTY, "协作城市帮扶县", "City helps a county"),

    /** A leader of the region answers for a county, for five years (自治区领导联系贫困县). */
    LEADER_COUNTY(Party.HELPER, Target.COUNTY, "自治区领导联系县", "Regional leader answers for a county"),

    /** A leader of the county answers for two villages (县领导挂点联系村). */
    LEADER_VILLAGE(Party.HELPER, Target.VILLAGE, "县领导挂点联系村", "County leader answers for a village"),

    /** Leads the party branch and the resident team of a village (第一书记). */
    FIRST_SECRETARY(Party.HELPER, Target.VILLAGE, "第一书记", "First secretary"),

    /** Lives in the village as one of three or more (驻村工作队队员). */
    TEAM_MEMBER(Party.HELPER, Target.VILLAGE, "驻村工作队队员", "Member of the resident team"),

    /** Keeps the records of a village, township, county, city or the region (扶贫信息员). */
    INFORMATION_OFFICER(Party.HELPER, Target.ANY, "扶贫信息员", "Information officer"),

    /** Brings technology to a village (科技特派员). */
    TECHNOLOGY_COMMISSIONER(Party.HELPER, Target.VILLAGE, "科技特派员", "Technology commissioner"),

    /** A teacher keeps in contact with a left-behind child (教师一对一联系留守儿童). */
    LEFT_BEHIND_CHILD_CONTACT(Party.HELPER, Target.PERSON, "教师联系留守儿童", "Teacher of a left-behind child"),

    /** A party member keeps in contact with an old person whose children are away (党员一对一联系留守老人). */
    LEFT_BEHIND_ELDER_CONTACT(Party.HELPER, Target.PERSON, "党员联系留守老人", "Party member of a left-behind elderly person"),

    /** A cadre keeps in contact with another left-behind person, a woman as a rule (三留守一对一联系). */
    LEFT_BEHIND_CONTACT(Party.HELPER, Target.PERSON, "干部联系其他留守人员", "Contact of another left-behind person"),

    /** A cadre keeps in contact with a student of a poor household (一帮一联). */
    STUDENT_CONTACT(Party.HELPER, Target.PERSON, "联系贫困学生", "Contact of a poor student");

    /** Who helps. */
    public enum Party {
        UNIT,
        HELPER,
        ENTERPRISE,
        CITY
    }

    /** What is helped. */
    public enum Target {
        VILLAGE,
        COUNTY,
        ANY,

        /** A person, who lives in a village. */
        PERSON
    }

    private final Party party;
    private final Target target;
    private final String chinese;
    private final String english;

    LinkKind(Party party, Target target, String chinese, String english) {
        this.party = party;
        this.target = target;
        this.chinese = chinese;
        this.english = english;
    }

    public Party party() {
        return party;
    }

    public Target target() {
        return target;
    }

    /** Whether other systems are told of it: of contacts of single persons they are not. */
    boolean isTold() {
        return target != Target.PERSON;
    }

    /** What the helper must be; null if it may be anybody (乡镇村党员、干部、教师联系“三留守”人员). */
    @Nullable
    Calling calling() {
        return switch (this) {
            case LEFT_BEHIND_CHILD_CONTACT -> Calling.TEACHER;
            case LEFT_BEHIND_ELDER_CONTACT -> Calling.PARTY_MEMBER;
            case UNIT_VILLAGE,
                    UNIT_COUNTY,
                    ENTERPRISE_VILLAGE,
                    CITY_COUNTY,
                    LEADER_COUNTY,
                    LEADER_VILLAGE,
                    FIRST_SECRETARY,
                    TEAM_MEMBER,
                    INFORMATION_OFFICER,
                    TECHNOLOGY_COMMISSIONER,
                    LEFT_BEHIND_CONTACT,
                    STUDENT_CONTACT -> null;
        };
    }

    /** Until when nobody may end it (不脱贫不脱钩); handing over stays possible. */
    enum Stay {
        /** It may be ended at any time. */
        FREE,

        /** The village or county is delisted, or was never on the list and nobody in it is poor (贫困村、贫困县摘帽). */
        DELISTED,

        /** The village is delisted and has no poor household (村不摘帽、户不脱贫，队不撤走). */
        NOBODY_POOR
    }

    Stay stays() {
        return switch (this) {
            case UNIT_VILLAGE, LEADER_VILLAGE, UNIT_COUNTY, CITY_COUNTY, LEADER_COUNTY -> Stay.DELISTED;
            case FIRST_SECRETARY, TEAM_MEMBER -> Stay.NOBODY_POOR;
            case ENTERPRISE_VILLAGE,
                    INFORMATION_OFFICER,
                    TECHNOLOGY_COMMISSIONER,
                    LEFT_BEHIND_CHILD_CONTACT,
                    LEFT_BEHIND_ELDER_CONTACT,
                    LEFT_BEHIND_CONTACT,
                    STUDENT_CONTACT -> Stay.FREE;
        };
    }

    /** Whether its term binds who takes over, too (一定5年). */
    boolean isBoundToItsTerm() {
        return this == LEADER_COUNTY;
    }

    /** Whether the helper lives in the village by it (驻村). */
    boolean isResident() {
        return this == FIRST_SECRETARY || this == TEAM_MEMBER;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
