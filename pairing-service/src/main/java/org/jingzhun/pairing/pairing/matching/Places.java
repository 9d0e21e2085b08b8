package org.jingzhun.pairing.pairing.matching;

/** Arithmetic on 12-digit division codes: the first nine digits of a village are its township. */
final class Places {

    /** Stands for every place at once. */
    static final long ANYWHERE = 0;

    private static final long VILLAGES_OF_A_TOWNSHIP = 1_000;
    private static final long SMALLEST_CODE = 100_000_000_000L;
    private static final long LARGEST_CODE = 999_999_999_999L;

    private Places() {}

    static long township(long village) {
        return village / VILLAGES_OF_A_TOWNSHIP * VILLAGES_OF_A_TOWNSHIP;
    }

    static void requireVillage(long code) {
        if (code < SMALLEST_CODE || code > LARGEST_CODE || code == township(code)) {
            throw new IllegalArgumentException(
                    "Village " + code + " must be a division code of 12 digits that does not end in 000");
        }
    }
}
