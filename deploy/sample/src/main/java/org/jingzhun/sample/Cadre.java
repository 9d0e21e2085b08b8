package org.jingzhun.sample;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cadre who can help households (帮扶干部).
 *
 * @param skills causes of poverty that the cadre knows how to work on
 * @param homeVillage twelve digits
 * @param ethnicity GB/T 3304
 */
public record Cadre(
        UUID id,
        String name,
        UUID unitId,
        String post,
        Rank rank,
        List<Cause> skills,
        @Nullable String homeVillage,
        String ethnicity) {

    /** Rank, with the number of households that a cadre of it takes in a unit of the county. */
    public enum Rank {
        DIVISION_HEAD(8),
        DEPUTY_DIVISION_HEAD(7),
        SECTION_HEAD(6),
        DEPUTY_SECTION_HEAD(5),
        ORDINARY(4);

        private static final int FEWER_FROM_THE_CITY_ON = 3;

        private final int quota;

        Rank(int quota) {
            this.quota = quota;
        }

        /** Households, by the level of the unit: “87654” in county and township, “54321” from the city on (Fengshan 2016). */
        public int quota(Unit.Level level) {
            return switch (level) {
                case COUNTY, TOWNSHIP -> quota;
                case CITY, PROVINCE, CENTRAL -> quota - FEWER_FROM_THE_CITY_ON;
            };
        }
    }
}
