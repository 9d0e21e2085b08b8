package org.jingzhun.chassis.procedure;

import java.util.List;

/** What a table of steps says no to. */
public abstract sealed class StepRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String step;

    private StepRefusal(String step, String message) {
        super(message, null, false, false);
        this.step = step;
    }

    public String step() {
        return step;
    }

    /** The table does not open this step now. */
    public static final class NotOpen extends StepRefusal {
        private static final long serialVersionUID = 1L;
        private final String stage;
        private final List<String> from;

        NotOpen(String step, String stage, List<String> from) {
            super(step, "Step " + step + " (at " + stage + ") must be taken at one of " + from);
            this.stage = stage;
            this.from = List.copyOf(from);
        }

        public String stage() {
            return stage;
        }

        public List<String> from() {
            return from;
        }
    }

    /** The step belongs to another office. */
    public static final class NotThisOffice extends StepRefusal {
        private static final long serialVersionUID = 1L;
        private final List<String> roles;

        NotThisOffice(String step, List<String> roles) {
            super(step, "Step " + step + " must be taken by one of " + roles);
            this.roles = List.copyOf(roles);
        }

        public List<String> roles() {
            return roles;
        }
    }

    /** Another person must take this step. */
    public static final class SamePerson extends StepRefusal {
        private static final long serialVersionUID = 1L;
        private final String earlier;

        SamePerson(String step, String earlier) {
            super(step, "Step " + step + " must be taken by another person than " + earlier);
            this.earlier = earlier;
        }

        /** The step that the same person took. */
        public String earlier() {
            return earlier;
        }
    }
}
