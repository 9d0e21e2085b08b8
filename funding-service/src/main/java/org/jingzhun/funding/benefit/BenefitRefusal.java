package org.jingzhun.funding.benefit;

/** What loading a rule of a benefit says no to. */
public abstract sealed class BenefitRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private BenefitRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is such a version, or another that begins on the same day. */
    public static final class LoadedBefore extends BenefitRefusal {
        private static final long serialVersionUID = 1L;
        private final String version;

        LoadedBefore(String benefit, String version) {
            super("Version " + version + " of " + benefit + " must be new and begin on a day of its own");
            this.version = version;
        }

        public String version() {
            return version;
        }
    }

    /** The place lies outside the caller's area. */
    public static final class OutsideArea extends BenefitRefusal {
        private static final long serialVersionUID = 1L;

        OutsideArea(long division) {
            super("Division " + division + " must be within the caller's area");
        }
    }
}
