package org.jingzhun.sample;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record of another department about a person, for cross-matching (财产比对).
 *
 * @param valueYuan whole yuan; absent where the department keeps no value
 */
public record AssetRecord(
        Source source,
        String idNumber,
        String fact,
        LocalDate effectiveOn,
        @Nullable Integer valueYuan) {

    /** The department's register. */
    public enum Source {
        VEHICLE,
        HOUSING,
        COMPANY,
        PAYROLL
    }
}
