package org.jingzhun.pairing.problem;

import java.util.UUID;
import org.jingzhun.pairing.access.Level;

/** What problems say no to. */
public abstract sealed class ProblemRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ProblemRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none of this id in the caller's area. */
    public static final class Unknown extends ProblemRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super("Problem " + id + " is not known");
        }
    }

    /** It happened outside of the caller's area. */
    public static final class ForeignDivision extends ProblemRefusal {
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

    /** Another level has it. */
    public static final class HeldElsewhere extends ProblemRefusal {
        private static final long serialVersionUID = 1L;
        private final Level level;

        HeldElsewhere(Level level) {
            super("Must be done by the level " + level);
            this.level = level;
        }

        public Level level() {
            return level;
        }
    }

    /** There is nobody above the region. */
    public static final class NobodyAbove extends ProblemRefusal {
        private static final long serialVersionUID = 1L;

        NobodyAbove() {
            super("The region has nobody above it");
        }
    }

    /** A decision needs words. */
    public static final class RemarkMissing extends ProblemRefusal {
        private static final long serialVersionUID = 1L;
        private final ProblemStep step;

        RemarkMissing(ProblemStep step) {
            super(step + " needs a remark");
            this.step = step;
        }

        public ProblemStep step() {
            return step;
        }
    }
}
