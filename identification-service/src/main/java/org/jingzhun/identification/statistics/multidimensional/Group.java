package org.jingzhun.identification.statistics.multidimensional;

/**
 * Households that are deprived of the same things.
 *
 * @param pattern bit i is set when they are deprived of indicator i
 * @param households 0 or more
 * @param persons 0 or more
 */
public record Group(int pattern, long households, long persons) {

    public Group {
        if (households < 0 || persons < 0) {
            throw new IllegalArgumentException(
                    "households %d and persons %d must not be negative".formatted(households, persons));
        }
    }
}
