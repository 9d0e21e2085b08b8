package org.jingzhun.pairing.planning;

import java.io.Serial;

/** Why a plan is not made, or a step of it not taken. */
public abstract sealed class PlanRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private PlanRefusal(String message) {
        super(message, null, false, false);
    }

    /** The step does not lead on from where the plan stands. */
    public static final class StepNotOpen extends PlanRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final Step step;
        private final Stage stage;

        StepNotOpen(Step step, Stage stage) {
            super(step + " must be taken from one of " + step.from() + ", but the plan is " + stage);
            this.step = step;
            this.stage = stage;
        }

        public Step step() {
            return step;
        }

        public Stage stage() {
            return stage;
        }
    }

    /** The step belongs to another office. */
    public static final class NotThisOffice extends PlanRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        NotThisOffice(Step step) {
            super(step + " must be taken by one of " + step.takenBy());
        }
    }

    /** Separation of duties: the step must be taken by somebody else. */
    public static final class SamePerson extends PlanRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final Step step;
        private final Step earlier;

        SamePerson(Step step, Step earlier) {
            super(step + " must be taken by another person than " + earlier);
            this.step = step;
            this.earlier = earlier;
        }

        public Step step() {
            return step;
        }

        public Step earlier() {
            return earlier;
        }
    }

    /** A plan is made for a county of the caller's area. */
    public static final class NoCounty extends PlanRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String code;

        NoCounty(String code) {
            super("division " + code + " must be a county in the caller's area");
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
