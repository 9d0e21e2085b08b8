package org.jingzhun.identification.scorecard;

import java.time.LocalDate;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jingzhun.identification.scorecard.scoring.Scorecard;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard that was published, with what makes it valid.
 *
 * @param stage PUBLISHED or RETIRED
 * @param division whose households are scored with it
 * @param validTo the last day; null while it is in force
 * @param source the document that set it
 * @param sha256 digest of its content, hexadecimal
 * @param table the card made ready for scoring
 */
public record PublishedScorecard(
        Stage stage,
        Area division,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source,
        Mark mark,
        String sha256,
        ScoreTable table) {

    public PublishedScorecard {
        if (stage != Stage.PUBLISHED && stage != Stage.RETIRED) {
            throw new IllegalArgumentException("scorecard %s must be published but is %s"
                    .formatted(table.card().version(), stage));
        }
    }

    public Scorecard card() {
        return table.card();
    }

    public String version() {
        return card().version();
    }

    /** Whether households can be assessed with it on this day. */
    public boolean takesAnswersOn(LocalDate day) {
        return stage == Stage.PUBLISHED && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether it is made for the households of this division. */
    public boolean isFor(long division) {
        return this.division.covers(division);
    }
}
