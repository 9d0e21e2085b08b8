package org.jingzhun.identification.scorecard;

import java.time.LocalDate;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jingzhun.identification.scorecard.scoring.Scorecard;
import org.jspecify.annotations.Nullable;

/**
 * One version of a scorecard with what makes it valid.
 *
 * @param validTo the last day; null while it is in force
 * @param source the document that set it
 * @param table the card made ready for scoring
 */
public record PublishedScorecard(
        Scorecard card,
        Stage stage,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source,
        ScoreTable table) {

    /** Only a published scorecard takes new answers; the proof of an old score works with a retired one too. */
    public enum Stage {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    public PublishedScorecard {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("scorecard %s must not end on %s, before it begins on %s"
                    .formatted(card.version(), validTo, validFrom));
        }
    }

    public String version() {
        return card.version();
    }

    /** Whether households can be assessed with it on this day. */
    public boolean takesAnswersOn(LocalDate day) {
        return stage == Stage.PUBLISHED && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
