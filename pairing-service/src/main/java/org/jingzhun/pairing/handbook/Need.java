package org.jingzhun.pairing.handbook;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a household needed or needs, and what came of it (需求与落实).
 *
 * @param kind of a visit a code of {@code visit-need}, of a published need one of needs and offers
 * @param toldOn the first visit of those on end that named it; null for a published need
 * @param neededBy last day on which it is of use; null when a visit told of it
 * @param settledOn the first visit that did not name it any more, or the day on which all had arrived; null before
 * @param help that came while it was needed; of a published need also what is on its way
 */
@Schema(name = "HandbookNeedStory")
public record Need(
        Source source,
        String kind,
        String text,

        @Schema(description = "The first visit that named it; absent for a published need.") @Nullable
        LocalDate toldOn,

        @Schema(description = "Last day on which it is of use; only of a published need.") @Nullable
        LocalDate neededBy,

        Outcome outcome,

        @Schema(description = "The first visit that did not name it any more, or when all had arrived; absent before.")
        @Nullable
        LocalDate settledOn,

        @Schema(
                description = "Help of its kind that came while it was needed; of a published need also what is on its"
                        + " way.")
        List<Help> help) {

    public Need {
        help = List.copyOf(help);
    }

    /** Where it was said. */
    @Schema(name = "HandbookNeedSource")
    public enum Source {
        /** At visits of the helper. */
        VISIT,
        /** Published for donors (求助信息). */
        PUBLISHED
    }

    /** What came of it. */
    @Schema(name = "HandbookNeedOutcome")
    public enum Outcome {
        OPEN("待解决", "Open"),
        PARTLY_MET("部分落实", "Partly met"),
        MET("已落实", "Met"),
        /** The household does not name it any more, and no help of its kind is recorded. */
        NO_LONGER_TOLD("不再提出", "No longer named"),
        WITHDRAWN("已撤回", "Withdrawn");

        private final String chinese;
        private final String english;

        Outcome(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    /**
     * By what it was met.
     *
     * @param title of the measure or offer
     * @param giver who answers for the measure, or gives; null when that cannot be seen
     * @param amount yuan, pieces or places of an offer; null for a measure
     * @param arrivedOn when the measure was seen done, or the receiver confirmed; null while it is on its way
     */
    @Schema(name = "HandbookHelp")
    public record Help(
            Kind kind,

            @Schema(description = "Of the measure or offer.") @Nullable
            String title,

            @Schema(description = "Who answers for the measure, or gives.") @Nullable
            String giver,

            @Schema(description = "Yuan, pieces or places of an offer; absent for a measure.") @Nullable
            Integer amount,

            @Schema(description = "When it was seen done or its arrival confirmed; absent while it is on its way.")
            @Nullable
            LocalDate arrivedOn) {

        /** Whence it came. */
        @Schema(name = "HandbookHelpKind")
        public enum Kind {
            /** A measure of the household's plan (帮扶措施). */
            MEASURE,
            /** An offer of somebody (社会援助). */
            OFFER
        }

        boolean arrivedWithin(LocalDate first, @Nullable LocalDate last) {
            return arrivedOn != null && !arrivedOn.isBefore(first) && (last == null || !arrivedOn.isAfter(last));
        }
    }
}
