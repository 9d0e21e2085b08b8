package org.jingzhun.pairing.access;

import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.Row;
import org.jingzhun.chassis.bulk.RowCheck;
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

    private static final int VILLAGES_OF_A_TOWNSHIP = 1_000;

    private Divisions() {}

    /** A code as answers and events have it: twelve digits. */
    public static String text(long code) {
        return "%012d".formatted(code);
    }

    /** The area of a filter; everywhere if there is none. */
    public static Area area(@Nullable String division) {
        return division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
    }

    /** Rejects {@code no-village}: the code in this cell is of a township or more. An absent one passes. */
    public static void requireVillage(Field<Long> cell, Row row, RowCheck.Verdict verdict) {
        Long code = row.find(cell);
        if (code != null && code % VILLAGES_OF_A_TOWNSHIP == 0) {
            verdict.reject(cell.pointer(), "no-village", code);
        }
    }
}
