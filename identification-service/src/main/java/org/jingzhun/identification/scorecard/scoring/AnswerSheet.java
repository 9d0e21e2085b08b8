package org.jingzhun.identification.scorecard.scoring;

/**
 * The answers of one household (答卷) in 16 bytes: bit {@code i} is set when item {@code i} of the scorecard holds.
 *
 * @param scorecard version of the scorecard that was answered
 * @param low items 0 to 63
 * @param high items 64 to 127
 */
public record AnswerSheet(String scorecard, long low, long high) {

    /** The most items that a scorecard can have. */
    public static final int BITS = 128;

    /** The same answers as a sheet of another card that has the same items at the same places. */
    public AnswerSheet readBy(String other) {
        return new AnswerSheet(other, low, high);
    }

    /** Whether the item at this place of the form holds. */
    public boolean holds(int place) {
        if (place < 0 || place >= BITS) {
            throw new IndexOutOfBoundsException("place %d must be 0 to %d".formatted(place, BITS - 1));
        }
        return ((place < Long.SIZE ? low : high) >>> place & 1) != 0;
    }
}
