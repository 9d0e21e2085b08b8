package org.jingzhun.pairing.inspection;

import java.time.LocalDate;
import java.util.UUID;

/** What inspections say no to. */
public abstract sealed class InspectionRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private InspectionRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none of this id in the caller's area. */
    public static final class Unknown extends InspectionRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super("Inspection " + id + " is not known");
        }
    }

    /** The week must begin with a Monday that is not over. */
    public static final class NotAComingMonday extends InspectionRefusal {
        private static final long serialVersionUID = 1L;
        private final LocalDate day;

        NotAComingMonday(LocalDate day) {
            super(day + " must be the Monday of this week or a coming one");
            this.day = day;
        }

        public LocalDate day() {
            return day;
        }
    }

    /** There are not so many villages. */
    public static final class TooFewVillages extends InspectionRefusal {
        private static final long serialVersionUID = 1L;
        private final int needed;
        private final int there;

        TooFewVillages(int needed, int there) {
            super(needed + " villages are to be drawn, but there are " + there);
            this.needed = needed;
            this.there = there;
        }

        public int needed() {
            return needed;
        }

        public int there() {
            return there;
        }
    }

    /** The week was drawn already, otherwise than is asked now. */
    public static final class AlreadyDrawn extends InspectionRefusal {
        private static final long serialVersionUID = 1L;
        private final UUID round;

        AlreadyDrawn(UUID round) {
            super("Round " + round + " was drawn for this area and week");
            this.round = round;
        }

        public UUID round() {
            return round;
        }
    }

    /** Nobody was there yet. */
    public static final class BeforeItsDay extends InspectionRefusal {
        private static final long serialVersionUID = 1L;
        private final LocalDate day;

        BeforeItsDay(LocalDate day) {
            super("The inspection is on " + day);
            this.day = day;
        }

        public LocalDate day() {
            return day;
        }
    }

    /** A report, or a reason, is needed. */
    public static final class WordsMissing extends InspectionRefusal {
        private static final long serialVersionUID = 1L;
        private final InspectionStep step;

        WordsMissing(InspectionStep step) {
            super(step + " needs words");
            this.step = step;
        }

        public InspectionStep step() {
            return step;
        }
    }
}
