package org.jingzhun.pairing.observed.identification;

import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What pairing reads of an event about a division (行政区划).
 *
 * @param code 12 digits
 * @param parent 12 digits; null for a province
 * @param exitedOn when the village or county left poverty; null while it has not
 */
record RecordedDivision(
        String code,
        String name,
        String level,
        @Nullable String parent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean poorVillage,
        @Nullable LocalDate exitedOn,
        long revision) {

    private static final Pattern CODE = Pattern.compile("[1-9]\\d{11}");

    RecordedDivision {
        requireCode(code);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
    }

    static void requireCode(@Nullable String code) {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("division code (" + code + ") must have 12 digits");
        }
    }
}
