package org.jingzhun.chassis.data;

/** What loading rows of a table says no to. */
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
}
