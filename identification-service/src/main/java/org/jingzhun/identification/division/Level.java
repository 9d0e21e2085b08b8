package org.jingzhun.identification.division;

/** The levels of divisions (行政级别), the highest first, with the digits of a code that tell them. */
public enum Level {
    PROVINCE(2),
    CITY(4),
    COUNTY(6),
    TOWNSHIP(9),
    VILLAGE(12);

    private static final int DIGITS = 12;

    private final int digits;

    Level(int digits) {
        this.digits = digits;
    }

    /**
     * Whether the parent's code is above a code of this level: it begins alike and is open below a higher level. A
     * county may stand directly below its province.
     */
    boolean isBelow(long code, long parent) {
        for (Level above : values()) {
            if (above.digits >= digits) {
                return false;
            }
            long open = (long) Math.pow(10, DIGITS - above.digits);
            if (code / open * open == parent) {
                return true;
            }
        }
        return false;
    }
}
