package org.jingzhun.pairing.pairing.matching;

/** Arithmetic on 12-digit division codes: the first nine digits are the township, six the county,
 * four the city, two the region. */
final class Places {

    /** Stands for every place at once. */
    static final long ANYWHERE = 0;

    private static final long VILLAGES_OF_A_TOWNSHIP = 1_000;
    private static final long VILLAGES_OF_A_COUNTY = 1_000_000;
    private static final long VILLAGES_OF_A_CITY = 100_000_000;
    private static final long VILLAGES_OF_A_REGION = 10_000_000_000L;
    private static final long SMALLEST_CODE = 100_000_000_000L;
    private static final long LARGEST_CODE = 999_999_999_999L;

    private Places() {}

    static long township(long village) {
        return village / VILLAGES_OF_A_TOWNSHIP * VILLAGES_OF_A_TOWNSHIP;
    }

    static long county(long code) {
        return code / VILLAGES_OF_A_COUNTY * VILLAGES_OF_A_COUNTY;
    }

    /** Every place that a village lies in, from itself to everywhere. */
    static long[] around(long village) {
        return new long[] {
            village,
            township(village),
            county(village),
            village / VILLAGES_OF_A_CITY * VILLAGES_OF_A_CITY,
            village / VILLAGES_OF_A_REGION * VILLAGES_OF_A_REGION,
            ANYWHERE
        };
    }

    /** Whether a place is the other or lies in it. */
    static boolean covers(long place, long other) {
        return place == ANYWHERE || (other != ANYWHERE && other / width(place) * width(place) == place);
    }

    /** How many codes a place spans: the larger, the wider. */
    static long width(long place) {
        if (place == ANYWHERE) {
            return Long.MAX_VALUE;
        }
        if (place % VILLAGES_OF_A_REGION == 0) {
            return VILLAGES_OF_A_REGION;
        }
        if (place % VILLAGES_OF_A_CITY == 0) {
            return VILLAGES_OF_A_CITY;
        }
        if (place % VILLAGES_OF_A_COUNTY == 0) {
            return VILLAGES_OF_A_COUNTY;
        }
        return place % VILLAGES_OF_A_TOWNSHIP == 0 ? VILLAGES_OF_A_TOWNSHIP : 1;
    }

    static boolean isWiderThanCounty(long place) {
        return width(place) > VILLAGES_OF_A_COUNTY;
    }

    static void requirePlace(long code) {
        if (code != ANYWHERE && (code < SMALLEST_CODE || code > LARGEST_CODE)) {
            throw new IllegalArgumentException("Place " + code + " must be a division code of 12 digits, or 0");
        }
    }

    static void requireVillage(long code) {
        if (code < SMALLEST_CODE || code > LARGEST_CODE || code == township(code)) {
            throw new IllegalArgumentException(
                    "Village " + code + " must be a division code of 12 digits that does not end in 000");
        }
    }
}
