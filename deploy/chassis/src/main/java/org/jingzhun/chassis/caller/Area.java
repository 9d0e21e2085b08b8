package org.jingzhun.chassis.caller;

import java.util.regex.Pattern;

/**
 * A range of divisions (辖区): every 12-digit division code from {@code from} to {@code to}, both included. The prefix
 * {@code 451031} is the county with all its townships and villages.
 */
public record Area(long from, long to) {

    private static final Pattern PREFIX = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}");
    private static final int DIGITS = 12;
    private static final long LARGEST = 999_999_999_999L;

    /** Every division there is. */
    public static final Area EVERYWHERE = new Area(0, LARGEST);

    /** No division at all. */
    public static final Area NOWHERE = new Area(1, 0);

    /**
     * The area under a division prefix. Pairs and triples of trailing zeros of a full 12-digit code are levels left
     * open, so {@code 451031000000} is the same area as {@code 451031}.
     *
     * @param prefix 2, 4, 6, 9 or 12 digits
     * @throws IllegalArgumentException when it is anything else
     */
    public static Area ofPrefix(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "Division (" + prefix + ") must have 2, 4, 6, 9 or 12 digits, for example 451031 for a county.");
        }
        String shortest = prefix.length() == DIGITS ? withoutOpenLevels(prefix) : prefix;
        int open = DIGITS - shortest.length();
        long from = Long.parseLong(shortest + "0".repeat(open));
        long to = Long.parseLong(shortest + "9".repeat(open));
        return new Area(from, to);
    }

    private static String withoutOpenLevels(String code) {
        String rest = code;
        for (int length : new int[] {9, 6, 4, 2}) {
            String below = rest.substring(length);
            if (!below.chars().allMatch(c -> c == '0')) {
                return rest;
            }
            rest = rest.substring(0, length);
        }
        return rest;
    }

    public boolean covers(long division) {
        return from <= division && division <= to;
    }

    public boolean covers(Area other) {
        return from <= other.from && other.to <= to;
    }

    /** What lies in both; {@link #NOWHERE} when nothing does. */
    public Area intersect(Area other) {
        long low = Math.max(from, other.from);
        long high = Math.min(to, other.to);
        return low <= high ? new Area(low, high) : NOWHERE;
    }

    public boolean isEmpty() {
        return from > to;
    }
}
