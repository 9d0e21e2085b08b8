package org.jingzhun.identification.campaign;

import org.jingzhun.identification.campaign.line.Candidates;
import org.jingzhun.identification.campaign.line.Line;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Who is within a line.
 *
 * @param score the last score within
 * @param next the first tie beyond; null when there is none or nobody asked
 */
record Outline(int score, int households, long persons, Line.@Nullable Tie next) {

    /** Counts who is within a line that was handed down. */
    static Outline within(Candidates candidates, Direction direction, int score) {
        int households = 0;
        long persons = 0;
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            boolean within =
                    switch (direction) {
                        case LOW_IS_POOR -> candidates.score(candidate) <= score;
                        case HIGH_IS_POOR -> candidates.score(candidate) >= score;
                    };
            if (within) {
                households++;
                persons += candidates.persons(candidate);
            }
        }
        return new Outline(score, households, persons, null);
    }
}
