package org.jingzhun.funding.yearend;

import java.util.UUID;

/** What closing a year and taking back idle money say no to. */
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

    /** There is no such reclaiming within the caller's area. */
    public static final class UnknownReclaim extends YearEndRefusal {
        private static final long serialVersionUID = 1L;

        UnknownReclaim(UUID id) {
            super("Reclaiming " + id + " must exist within the caller's area");
        }
    }

    /** The money would go to a source that is not one of reclaimed money. */
    public static final class NotOfReclaimed extends YearEndRefusal {
        private static final long serialVersionUID = 1L;
        private final String kind;

        NotOfReclaimed(String kind) {
            super("The source must be one of reclaimed money, not " + kind);
            this.kind = kind;
        }

        public String kind() {
            return kind;
        }
    }

    /** No money of the county has lain idle so long. */
    public static final class NothingToReclaim extends YearEndRefusal {
        private static final long serialVersionUID = 1L;

        NothingToReclaim(long county) {
            super("County " + county + " must have idle money of a class that is reclaimed");
        }
    }

    /** Another proposal of the county is undecided. */
    public static final class ProposalOpen extends YearEndRefusal {
        private static final long serialVersionUID = 1L;

        ProposalOpen(long county) {
            super("The open proposal of county " + county + " must be decided first");
        }
    }
}
