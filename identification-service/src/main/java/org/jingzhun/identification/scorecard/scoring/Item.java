package org.jingzhun.identification.scorecard.scoring;

/**
 * One line of a scorecard (指标项).
 *
 * @param code unique within the scorecard, for example {@code C01-05}
 * @param nameZh the line as printed on the form
 * @param points 0 or more
 */
public record Item(String code, String nameZh, int points) {

    public Item {
        if (code.isBlank() || code.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("item code '%s' must not hold blanks".formatted(code));
        }
        if (points < 0) {
            throw new IllegalArgumentException("points %d of item %s must be 0 or more".formatted(points, code));
        }
    }
}
