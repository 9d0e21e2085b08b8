package org.jingzhun.identification.simulation.whatif;

import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jingzhun.identification.scorecard.scoring.Scorecard;
import org.jingzhun.identification.scorecard.scoring.Translation;

/** Scores answers that were given for one scorecard by another. */
public final class Rescoring {

    private final Translation translation;
    private final ScoreTable by;

    private Rescoring(Translation translation, ScoreTable by) {
        this.translation = translation;
        this.by = by;
    }

    /** @param answered the card for which the answers were given */
    public static Rescoring of(Scorecard answered, ScoreTable by) {
        return new Rescoring(Translation.of(answered, by.card()), by);
    }

    /**
     * The score of the sheet with these bits, or {@link ScoreTable#FAULTY} when the card asks for what it lacks.
     *
     * @param points by which appraisals adjusted it, up or down; they do so by any card, as far as it goes
     */
    public int score(long low, long high, int points) {
        int score = by.score(translation.low(low, high), translation.high(low, high));
        return score == ScoreTable.FAULTY || points == 0
                ? score
                : Math.clamp(score + points, 0, by.card().maxPoints());
    }
}
