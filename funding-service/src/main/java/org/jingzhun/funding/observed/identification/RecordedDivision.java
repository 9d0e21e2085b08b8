package org.jingzhun.funding.observed.identification;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What funding reads of an event about a division (行政区划).
 *
 * @param code 12 digits
 * @param poorVillage absent above the villages
 * @param households rural households; absent counts as 0
 * @param persons rural persons; absent counts as 0
 */
record RecordedDivision(
        String code,
        String name,
        String level,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Boolean poorVillage,
        @Nullable Long households,
        @Nullable Long persons,
        long revision) {

    RecordedDivision {
        requireCode(code);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(validFrom, "validFrom");
    }

    static void requireCode(String code) {
        if (!code.matches("[1-9][0-9]{11}")) {
            throw new IllegalArgumentException("Division code (" + code + ") must have 12 digits");
        }
    }
}
