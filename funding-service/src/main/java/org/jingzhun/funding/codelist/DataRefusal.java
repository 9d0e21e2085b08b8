package org.jingzhun.funding.codelist;

/** What loading normative data says no to. */
public abstract sealed class DataRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DataRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is such a version, or another that begins on the same day. */
    public static final class LoadedBefore extends DataRefusal {
        private static final long serialVersionUID = 1L;
        private final String version;

        LoadedBefore(VersionLoading.Version known) {
            super("Version " + known.version() + " of " + known.name() + " must be new and begin on a day of its own");
            this.version = known.version();
        }

        public String version() {
            return version;
        }
    }

    /** The place lies outside the caller's area. */
    public static final class OutsideArea extends DataRefusal {
        private static final long serialVersionUID = 1L;

        OutsideArea(long division) {
            super("Division " + division + " must be within the caller's area");
        }
    }
}
