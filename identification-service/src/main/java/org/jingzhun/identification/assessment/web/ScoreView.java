package org.jingzhun.identification.assessment.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.scorecard.scoring.Score;

/** A score with its proof: the total is the sum of the subtotals. */
@Schema(name = "Score")
public record ScoreView(int total, List<Score.Contribution> contributions, List<SubtotalView> subtotals) {

    /** @param capped what the category's maximum took away */
    @Schema(name = "Subtotal")
    public record SubtotalView(String category, int points, int capped) {}

    static ScoreView of(Score score) {
        return new ScoreView(
                score.total(),
                score.subtotals().stream()
                        .flatMap(subtotal -> subtotal.contributions().stream())
                        .toList(),
                score.subtotals().stream()
                        .map(subtotal -> new SubtotalView(subtotal.category(), subtotal.points(), subtotal.capped()))
                        .toList());
    }
}
