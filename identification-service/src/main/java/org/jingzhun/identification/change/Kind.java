package org.jingzhun.identification.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happened to a household, with how many people come and go. */
@Schema(name = "HouseholdChangeKind")
public enum Kind {
    /** 新生儿. */
    BIRTH(1, 0),
    /** 死亡. */
    DEATH(0, 1),
    /** 婚入. */
    MARRIAGE_IN(1, 0),
    /** 婚出. */
    MARRIAGE_OUT(0, 1),
    /** 迁入. */
    MOVED_IN(Kind.SOME, 0),
    /** 迁出. */
    MOVED_OUT(0, Kind.SOME),
    /** 分户: some become a household of their own. */
    SPLIT(0, Kind.SOME),
    /** 并户: everybody of another household comes. */
    MERGE(0, 0),
    /** 信息更正. */
    CORRECTION(Kind.ANY, 0);

    /** One or more. */
    static final int SOME = -1;

    /** None or more. */
    static final int ANY = -2;

    private final int coming;
    private final int leaving;

    Kind(int coming, int leaving) {
        this.coming = coming;
        this.leaving = leaving;
    }

    boolean takes(int members) {
        return fits(coming, members);
    }

    boolean gives(int members) {
        return fits(leaving, members);
    }

    /** Whether a second household is concerned. */
    public boolean concernsTwo() {
        return this == SPLIT || this == MERGE;
    }

    private static boolean fits(int allowed, int members) {
        return switch (allowed) {
            case SOME -> members > 0;
            case ANY -> true;
            default -> members == allowed;
        };
    }
}
