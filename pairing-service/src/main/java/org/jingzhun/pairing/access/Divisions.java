package org.jingzhun.pairing.access;

import org.jingzhun.chassis.caller.Area;
import org.jspecify.annotations.Nullable;

/** Division codes as they stand in requests. */
public final class Divisions {

    /** Any level, full or shortened. */
    public static final String ANY = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";

    /** All twelve digits. */
    public static final String FULL = "[1-9]\\d{11}";

    /** All twelve digits of a village. */
    public static final String VILLAGE = "[1-9]\\d{8}(?!000)\\d{3}";

    /** A county, full or shortened. */
    public static final String COUNTY = "\\d{6}|\\d{6}0{6}";

    private Divisions() {}

    /** A code as answers and events have it: twelve digits. */
    public static String text(long code) {
        return "%012d".formatted(code);
    }

    /** The area of a filter; everywhere if there is none. */
    public static Area area(@Nullable String division) {
        return division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
    }
}
