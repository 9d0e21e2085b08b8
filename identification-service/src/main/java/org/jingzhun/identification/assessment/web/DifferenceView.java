package org.jingzhun.identification.assessment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.assessment.Assessment;
import org.jingzhun.identification.scorecard.scoring.Difference;
import org.jingzhun.identification.scorecard.scoring.Difference.CategoryChange;
import org.jingzhun.identification.scorecard.scoring.Difference.ItemChange;
import org.jingzhun.identification.scorecard.scoring.Difference.Reason;
import org.jingzhun.identification.scorecard.scoring.Score;

/** What lies between two scores of a household. The change is the sum of the changes of the categories. */
@Schema(name = "ScoreDifference")
public record DifferenceView(
        UUID householdId, SideView before, SideView after, int change, List<CategoryChangeView> categories) {

    /** One of the two scores. */
    @Schema(name = "ScoreDifferenceSide")
    public record SideView(UUID assessmentId, String scorecard, LocalDate visitedOn, int score) {

        private static SideView of(Assessment assessment, Score score) {
            return new SideView(
                    assessment.id(), score.scorecard(), assessment.visit().visitedOn(), score.total());
        }
    }

    /** The change is that of the items less what the category's maximum took away more. */
    @Schema(name = "CategoryChange")
    public record CategoryChangeView(
            String category,
            int before,
            int after,
            int change,
            int cappedBefore,
            int cappedAfter,
            List<ItemChangeView> items) {

        private static CategoryChangeView of(CategoryChange change) {
            return new CategoryChangeView(
                    change.category(),
                    change.before(),
                    change.after(),
                    change.change(),
                    change.cappedBefore(),
                    change.cappedAfter(),
                    change.items().stream().map(ItemChangeView::of).toList());
        }
    }

    /** An item that gives other points, or none any more. */
    @Schema(name = "ItemChange")
    public record ItemChangeView(
            String item, boolean heldBefore, boolean heldAfter, int before, int after, int change, Reason reason) {

        private static ItemChangeView of(ItemChange change) {
            return new ItemChangeView(
                    change.item(),
                    change.heldBefore(),
                    change.heldAfter(),
                    change.before(),
                    change.after(),
                    change.change(),
                    change.reason());
        }
    }

    static DifferenceView between(Assessment before, Assessment after, Difference difference) {
        return new DifferenceView(
                after.visit().householdId(),
                SideView.of(before, difference.before()),
                SideView.of(after, difference.after()),
                difference.after().total() - difference.before().total(),
                categories(difference));
    }

    static List<CategoryChangeView> categories(Difference difference) {
        return difference.categories().stream().map(CategoryChangeView::of).toList();
    }
}
