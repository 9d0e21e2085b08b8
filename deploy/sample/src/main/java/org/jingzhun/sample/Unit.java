package org.jingzhun.sample;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit that helps (帮扶单位).
 *
 * @param division twelve digits of the county in which it helps
 * @param villageCode poor village that it is linked to
 */
public record Unit(
        UUID id,
        String name,
        Level level,
        String division,
        @Nullable String villageCode) {

    /** Level of the unit. */
    public enum Level {
        CENTRAL,
        PROVINCE,
        CITY,
        COUNTY,
        TOWNSHIP
    }
}
