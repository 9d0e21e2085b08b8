package org.jingzhun.identification.simulation.whatif;

import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Which scores are found poor.
 *
 * @param line the last score within; null when nobody is
 */
public record Boundary(Direction direction, @Nullable Integer line) {

    public boolean isWithin(int score) {
        Integer last = line;
        if (last == null) {
            return false;
        }
        return switch (direction) {
            case LOW_IS_POOR -> score <= last;
            case HIGH_IS_POOR -> score >= last;
        };
    }
}
