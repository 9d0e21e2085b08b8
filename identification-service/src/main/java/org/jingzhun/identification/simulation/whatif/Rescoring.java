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

    /** The score of the sheet with these bits, or {@link ScoreTable#FAULTY} when the card asks for what it lacks. */
    public int score(long low, long high) {
        return by.score(translation.low(low, high), translation.high(low, high));
    }
}
