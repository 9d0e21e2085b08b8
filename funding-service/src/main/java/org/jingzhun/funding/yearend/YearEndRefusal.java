package org.jingzhun.funding.yearend;

/** What closing a year says no to. */
public abstract sealed class YearEndRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private YearEndRefusal(String message) {
        super(message, null, false, false);
    }

    /** The county lies outside the caller's area. */
    public static final class OutsideArea extends YearEndRefusal {
        private static final long serialVersionUID = 1L;

        OutsideArea(long county) {
            super("County " + county + " must be within the caller's area");
        }
    }

    /** The year goes on. */
    public static final class YearNotOver extends YearEndRefusal {
        private static final long serialVersionUID = 1L;
        private final int year;

        YearNotOver(int year) {
            super("The year " + year + " must be over before it is closed");
            this.year = year;
        }

        public int year() {
            return year;
        }
    }

    /** An earlier year holds money and has not been closed. */
    public static final class EarlierYearOpen extends YearEndRefusal {
        private static final long serialVersionUID = 1L;
        private final int year;

        EarlierYearOpen(int year) {
            super("The year " + year + " must be closed first");
            this.year = year;
        }

        public int year() {
            return year;
        }
    }

    /** The year is closed and nothing came back into it since. */
    public static final class NothingToCarry extends YearEndRefusal {
        private static final long serialVersionUID = 1L;
        private final int year;

        NothingToCarry(int year) {
            super("The year " + year + " must hold money to be closed again");
            this.year = year;
        }

        public int year() {
            return year;
        }
    }
}
