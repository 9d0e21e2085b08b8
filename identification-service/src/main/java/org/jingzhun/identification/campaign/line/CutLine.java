package org.jingzhun.identification.campaign.line;

import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Draws the line (划线): the last score, from the poorest, at which the persons of all households up to it stay within
 * the quota. Households with equal scores are all within or all beyond.
 */
public final class CutLine {

    /** The highest score that a scorecard may give. */
    public static final int HIGHEST_SCORE = 10_000;

    private CutLine() {}

    /** @param quotaPersons the persons that may be found poor; 1 or more, or else refused */
    public static Line draw(Candidates candidates, Direction direction, long quotaPersons) {
        if (quotaPersons < 1) {
            return new Line.QuotaRefused(quotaPersons);
        }
        long[] persons = new long[HIGHEST_SCORE + 1];
        int[] households = new int[HIGHEST_SCORE + 1];
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            persons[candidates.score(candidate)] += candidates.persons(candidate);
            households[candidates.score(candidate)]++;
        }
        return draw(households, persons, direction, quotaPersons);
    }

    /**
     * The same from what is known of each score.
     *
     * @param households by score, 0 to {@value #HIGHEST_SCORE}
     * @param persons by score
     */
    public static Line draw(int[] households, long[] persons, Direction direction, long quotaPersons) {
        if (quotaPersons < 1) {
            return new Line.QuotaRefused(quotaPersons);
        }
        Line.@Nullable Tie last = null;
        Line.@Nullable Tie next = null;
        int householdsWithin = 0;
        long personsWithin = 0;
        for (int step = 0; step <= HIGHEST_SCORE && next == null; step++) {
            int score =
                    switch (direction) {
                        case LOW_IS_POOR -> step;
                        case HIGH_IS_POOR -> HIGHEST_SCORE - step;
                    };
            if (households[score] == 0) {
                continue;
            }
            Line.Tie tie = new Line.Tie(score, households[score], persons[score]);
            if (personsWithin + tie.persons() > quotaPersons) {
                next = tie;
            } else {
                last = tie;
                householdsWithin += tie.households();
                personsWithin += tie.persons();
            }
        }
        return last == null
                ? new Line.NobodyWithin(quotaPersons, next)
                : new Line.Drawn(last.score(), householdsWithin, personsWithin, quotaPersons, next);
    }
}
