package org.jingzhun.funding.allocation;

/** Levels of divisions that receive or divide (行政层级), from the lowest. */
public enum Level {
    VILLAGE(1),
    TOWNSHIP(1_000),
    COUNTY(1_000_000),
    CITY(100_000_000),
    REGION(10_000_000_000L);

    private final long span;

    Level(long span) {
        this.span = span;
    }

    /** The level of a code, by its trailing zeros. */
    static Level of(long code) {
        var level = VILLAGE;
        for (var higher : values()) {
            if (code % higher.span == 0) {
                level = higher;
            }
        }
        return level;
    }

    /** The division of this level that a division belongs to. */
    long above(long division) {
        return division / span * span;
    }

    /** How many village codes a division of this level spans. */
    public long span() {
        return span;
    }

    /** The office that decides for a division of this level; whoever is below the county is decided for by the county. */
    String office() {
        return switch (this) {
            case VILLAGE, TOWNSHIP, COUNTY -> "county-officer";
            case CITY -> "city-officer";
            case REGION -> "region-officer";
        };
    }
}
