package org.jingzhun.identification.campaign;

/**
 * More than which part of those present must agree (表决比例), for example more than 1 of 2.
 *
 * @param part 0 to {@code of - 1}
 */
public record Majority(int part, int of) {

    public static final Majority MORE_THAN_HALF = new Majority(1, 2);

    public Majority {
        if (part < 0 || part >= of) {
            throw new IllegalArgumentException(
                    "majority of more than %d of %d must be one that can be had".formatted(part, of));
        }
    }

    boolean isMet(int votes, int present) {
        return (long) of * votes > (long) part * present;
    }
}
