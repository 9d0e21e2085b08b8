package org.jingzhun.funding.claim;

import java.util.UUID;

/** What the procedure of claims says no to. */
public abstract sealed class ClaimRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ClaimRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such claim, or not in the caller's area. */
    public static final class UnknownClaim extends ClaimRefusal {
        private static final long serialVersionUID = 1L;

        UnknownClaim(UUID id) {
            super("Claim " + id + " must exist");
        }
    }

    /** The table of steps does not open this step now. */
    public static final class StepNotOpen extends ClaimRefusal {
        private static final long serialVersionUID = 1L;
        private final ClaimStep step;
        private final ClaimStage stage;

        StepNotOpen(ClaimStep step, ClaimStage stage) {
            super("Step " + step + " (at " + stage + ") must be taken at one of " + step.from());
            this.step = step;
            this.stage = stage;
        }

        public ClaimStep step() {
            return step;
        }

        public ClaimStage stage() {
            return stage;
        }
    }

    /** The step belongs to another office. */
    public static final class NotThisOffice extends ClaimRefusal {
        private static final long serialVersionUID = 1L;
        private final ClaimStep step;

        NotThisOffice(ClaimStep step) {
            super("Step " + step + " must be taken by one of " + step.takenBy());
            this.step = step;
        }

        public ClaimStep step() {
            return step;
        }
    }

    /** Another person must take this step. */
    public static final class SamePerson extends ClaimRefusal {
        private static final long serialVersionUID = 1L;
        private final ClaimStep step;
        private final ClaimStep earlier;

        SamePerson(ClaimStep step, ClaimStep earlier) {
            super("Step " + step + " must be taken by another person than " + earlier);
            this.step = step;
            this.earlier = earlier;
        }

        public ClaimStep step() {
            return step;
        }

        /** The step that the same person took. */
        public ClaimStep earlier() {
            return earlier;
        }
    }

    /** The step is taken by what the bank answers. */
    public static final class TakenByTheBank extends ClaimRefusal {
        private static final long serialVersionUID = 1L;
        private final ClaimStep step;

        public TakenByTheBank(ClaimStep step) {
            super("Step " + step + " must be taken by the results of a batch");
            this.step = step;
        }

        public ClaimStep step() {
            return step;
        }
    }

    /** PAY needs to know from which budget. */
    public static final class SourceMissing extends ClaimRefusal {
        private static final long serialVersionUID = 1L;

        public SourceMissing() {
            super("Source and year must be named by the step PAY");
        }
    }
}
