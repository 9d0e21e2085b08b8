package org.jingzhun.pairing.access;

import java.util.Arrays;
import java.util.Optional;

/** The five administrative levels (五级), the highest first. */
public enum Level {
    REGION(10_000_000_000L, Role.REGION_OFFICER),
    CITY(100_000_000L, Role.CITY_OFFICER),
    COUNTY(1_000_000L, Role.COUNTY_OFFICER),
    TOWNSHIP(1_000L, Role.TOWNSHIP_OFFICER),
    VILLAGE(1L, Role.VILLAGE_OFFICER);

    private final long unit;
    private final String role;

    Level(long unit, String role) {
        this.unit = unit;
        this.role = role;
    }

    /** Of a division's code in 12 digits: the highest level that leaves only zeros behind it. */
    public static Level of(long division) {
        return Arrays.stream(values())
                .filter(level -> division % level.unit == 0)
                .findFirst()
                .orElseThrow();
    }

    /** What the codes of this level are multiples of. */
    public long unit() {
        return unit;
    }

    /** The role of its officers. */
    public String role() {
        return role;
    }

    /** The next higher one; none above the region. */
    public Optional<Level> above() {
        return switch (this) {
            case REGION -> Optional.empty();
            case CITY -> Optional.of(REGION);
            case COUNTY -> Optional.of(CITY);
            case TOWNSHIP -> Optional.of(COUNTY);
            case VILLAGE -> Optional.of(TOWNSHIP);
        };
    }

    /** The next lower one; none below the village. */
    public Optional<Level> below() {
        return Arrays.stream(values())
                .filter(level -> level.above().equals(Optional.of(this)))
                .findFirst();
    }

    /** The division of this level in which another lies. */
    public long around(long division) {
        return division - division % unit;
    }
}
