package org.jingzhun.funding.performance;

import java.util.UUID;

/** What performance evaluation says no to. */
public abstract sealed class PerformanceRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private PerformanceRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such evaluation, or not in the caller's area. */
    public static final class UnknownEvaluation extends PerformanceRefusal {
        private static final long serialVersionUID = 1L;

        UnknownEvaluation(UUID id) {
            super("Evaluation " + id + " must exist");
        }
    }

    /** The division lies outside the caller's area. */
    public static final class OutsideArea extends PerformanceRefusal {
        private static final long serialVersionUID = 1L;

        OutsideArea(long division) {
            super("Division " + division + " must be within the caller's area");
        }
    }

    /** There is no such set of criteria, or none for the year. */
    public static final class UnknownCriteria extends PerformanceRefusal {
        private static final long serialVersionUID = 1L;
        private final String asked;

        UnknownCriteria(String asked) {
            super("Criteria " + asked + " must exist");
            this.asked = asked;
        }

        public String asked() {
            return asked;
        }
    }

    /** A mark is missing, unknown or out of range. */
    public static final class UnfitMarks extends PerformanceRefusal {
        private static final long serialVersionUID = 1L;
        private final String detail;

        UnfitMarks(String detail) {
            super(detail);
            this.detail = detail;
        }

        public String detail() {
            return detail;
        }
    }

    /** An evaluation stays with its division and year. */
    public static final class SubjectFixed extends PerformanceRefusal {
        private static final long serialVersionUID = 1L;

        SubjectFixed() {
            super("Division and year of an evaluation must stay what they were");
        }
    }

    /** Another evaluation of the division and year is published. */
    public static final class PublishedBefore extends PerformanceRefusal {
        private static final long serialVersionUID = 1L;

        PublishedBefore() {
            super("A division must have one published evaluation of a year");
        }
    }
}
