package org.jingzhun.sample;

import java.util.UUID;

/**
 * UUIDv7 ids that come out the same for the same seed. The time part counts on from the start of the campaign in the
 * order of villages and households, so ids sort like the files.
 */
final class Ids {

    /** 2015-10-16T00:00:00Z in milliseconds. */
    private static final long START = 1_444_953_600_000L;

    private static final long HOUSEHOLDS_PER_VILLAGE = 8_192;

    private Ids() {}

    /** What an id is for. */
    enum Kind {
        CAMPAIGN(0),
        HOUSEHOLD(1),
        ASSESSMENT(2),
        MEMBER(3),
        UNIT(4),
        HELPER(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    /**
     * @param place code of the village or county
     * @param order number of the place among all, so that ids sort
     * @param number number of the thing at the place
     * @param part number within the thing, such as the member within the household, up to 255
     */
    static UUID of(Kind kind, long seed, long place, int order, int number, int part) {
        long time = START + order * HOUSEHOLDS_PER_VILLAGE + number;
        long subject = Draw.mix(seed ^ Draw.mix(place)) + ((long) number << 16) + kind.number * 256L + part;
        long high = (time << 16) | 0x7000 | ((long) kind.number << 8) | (part & 0xFF);
        long low = (Draw.mix(Draw.mix(subject)) >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
