package org.jingzhun.pairing.evaluation;

import java.util.UUID;

/** What evaluations say no to. */
public abstract sealed class EvaluationRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private EvaluationRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none of this id, or no such subject in it. */
    public static final class Unknown extends EvaluationRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super("Evaluation " + id + " is not known, or has no such subject");
        }
    }

    /** Outside of the caller's area. */
    public static final class ForeignDivision extends EvaluationRefusal {
        private static final long serialVersionUID = 1L;
        private final long division;

        ForeignDivision(long division) {
            super("Division " + division + " must lie in the caller's area");
            this.division = division;
        }

        public long division() {
            return division;
        }
    }

    /** The year has not brought a whole month yet. */
    public static final class NothingOver extends EvaluationRefusal {
        private static final long serialVersionUID = 1L;
        private final int year;

        NothingOver(int year) {
            super("No month of " + year + " is over");
            this.year = year;
        }

        public int year() {
            return year;
        }
    }

    /** The grades of this year stand. */
    public static final class Confirmed extends EvaluationRefusal {
        private static final long serialVersionUID = 1L;
        private final UUID evaluation;

        Confirmed(UUID evaluation) {
            super("Evaluation " + evaluation + " is confirmed");
            this.evaluation = evaluation;
        }

        public UUID evaluation() {
            return evaluation;
        }
    }
}
