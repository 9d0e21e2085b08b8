package org.jingzhun.funding.codelist;

/** What loading normative data says no to. */
public abstract sealed class DataRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DataRefusal(String message) {
        super(message, null, false, false);
    }

    /** A row means nothing. */
    public static final class Unreadable extends DataRefusal {
        private static final long serialVersionUID = 1L;
        private final long line;
        private final String detail;

        Unreadable(long line, String detail) {
            super("Line " + line + " must be a row of the table: " + detail);
            this.line = line;
            this.detail = detail;
        }

        public long line() {
            return line;
        }

        public String detail() {
            return detail;
        }
    }

    /** A row with this key is there already. */
    public static final class KnownKey extends DataRefusal {
        private static final long serialVersionUID = 1L;
        private final String key;

        KnownKey(String key) {
            super("Row " + key + " must be new");
            this.key = key;
        }

        public String key() {
            return key;
        }
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
