package org.jingzhun.pairing.responsibility;

import java.util.UUID;

/** What targets and letters say no to. */
public abstract sealed class ResponsibilityRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ResponsibilityRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none of this id in the caller's area. */
    public static final class Unknown extends ResponsibilityRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super(id + " is not known");
        }
    }

    /** No such division, or outside of the caller's area. */
    public static final class ForeignDivision extends ResponsibilityRefusal {
        private static final long serialVersionUID = 1L;
        private final long division;

        ForeignDivision(long division) {
            super("Division " + division + " must be known and lie in the caller's area");
            this.division = division;
        }

        public long division() {
            return division;
        }
    }

    /** A target ends before it begins, or is longer than twenty years. */
    public static final class BadYears extends ResponsibilityRefusal {
        private static final long serialVersionUID = 1L;

        BadYears() {
            super("The final year must be the first one or at most twenty years later");
        }
    }

    /** Nothing to share a target by. */
    public static final class NothingToShareBy extends ResponsibilityRefusal {
        private static final long serialVersionUID = 1L;

        NothingToShareBy() {
            super("No division below has anything that counts");
        }
    }

    /** Letters go from a level to the next one below. */
    public static final class NotTheLevelBelow extends ResponsibilityRefusal {
        private static final long serialVersionUID = 1L;
        private final long upper;
        private final long lower;

        NotTheLevelBelow(long upper, long lower) {
            super(lower + " must be a division directly below " + upper);
            this.upper = upper;
            this.lower = lower;
        }

        public long upper() {
            return upper;
        }

        public long lower() {
            return lower;
        }
    }

    /** A letter promises targets of the one who promises, for its year. */
    public static final class ForeignTarget extends ResponsibilityRefusal {
        private static final long serialVersionUID = 1L;
        private final UUID target;

        ForeignTarget(UUID target) {
            super("Target " + target + " must be of the lower division and include the year");
            this.target = target;
        }

        public UUID target() {
            return target;
        }
    }

    /** There is a letter for this division and year. */
    public static final class LetterStands extends ResponsibilityRefusal {
        private static final long serialVersionUID = 1L;
        private final UUID letter;

        LetterStands(UUID letter) {
            super("Letter " + letter + " stands");
            this.letter = letter;
        }

        public UUID letter() {
            return letter;
        }
    }

    /** The other side signs this. */
    public static final class OtherSide extends ResponsibilityRefusal {
        private static final long serialVersionUID = 1L;
        private final LetterStep step;
        private final String role;

        OtherSide(LetterStep step, String role) {
            super(step + " is signed by " + role);
            this.step = step;
            this.role = role;
        }

        public LetterStep step() {
            return step;
        }

        public String role() {
            return role;
        }
    }
}
