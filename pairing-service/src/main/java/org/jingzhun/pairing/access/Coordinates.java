package org.jingzhun.pairing.access;

import java.util.regex.Pattern;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.Row;
import org.jingzhun.chassis.bulk.RowCheck;

/** Coordinates as they stand in imports: degrees as a text with at most six decimals, WGS 84. */
public final class Coordinates {

    public static final Field<String> LATITUDE = Field.text(
                    "latitude", Pattern.compile("-?([0-8]?\\d(\\.\\d{1,6})?|90)"), "24.770000")
            .optional();

    public static final Field<String> LONGITUDE = Field.text(
                    "longitude", Pattern.compile("-?((1[0-7]\\d|\\d?\\d)(\\.\\d{1,6})?|180)"), "105.344000")
            .optional();

    private Coordinates() {}

    /** Rejects {@code half-a-place}: of the two, one is given and the other is not. */
    public static void requireBothOrNone(Row row, RowCheck.Verdict verdict) {
        if ((row.find(LATITUDE) == null) != (row.find(LONGITUDE) == null)) {
            verdict.reject(LATITUDE.pointer(), "half-a-place");
        }
    }
}
