package org.jingzhun.funding.disclosure;

import java.time.LocalDate;
import java.util.UUID;

/** What disclosure says no to. */
public abstract sealed class DisclosureRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DisclosureRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such disclosure. */
    public static final class UnknownDisclosure extends DisclosureRefusal {
        private static final long serialVersionUID = 1L;

        UnknownDisclosure(UUID id) {
            super("Disclosure " + id + " must exist");
        }
    }

    /** There is no such objection, or not in the caller's area. */
    public static final class UnknownObjection extends DisclosureRefusal {
        private static final long serialVersionUID = 1L;

        UnknownObjection(UUID id) {
            super("Objection " + id + " must exist");
        }
    }

    /** What is to be announced holds the number of a person's card, account or telephone. */
    public static final class PersonalData extends DisclosureRefusal {
        private static final long serialVersionUID = 1L;

        PersonalData() {
            super("An announcement must hold no number of a card, account or telephone");
        }
    }

    /** Too many objections wait for an answer. */
    public static final class TooManyObjections extends DisclosureRefusal {
        private static final long serialVersionUID = 1L;

        TooManyObjections() {
            super("Objections that wait must be answered before there are more");
        }
    }

    /** The objection has its answer. */
    public static final class AnsweredBefore extends DisclosureRefusal {
        private static final long serialVersionUID = 1L;

        AnsweredBefore(UUID id) {
            super("Objection " + id + " must be answered once");
        }
    }

    /** The board did not show it long enough, or not in its time. */
    public static final class BoardTooShort extends DisclosureRefusal {
        private static final long serialVersionUID = 1L;
        private final int days;
        private final transient LocalDate from;

        BoardTooShort(int days, LocalDate from) {
            super("A board must show a disclosure for " + days + " days from " + from + " on");
            this.days = days;
            this.from = from;
        }

        public int days() {
            return days;
        }

        public LocalDate from() {
            return from;
        }
    }

    /** The village lies elsewhere. */
    public static final class ForeignBoard extends DisclosureRefusal {
        private static final long serialVersionUID = 1L;

        ForeignBoard(long division) {
            super("Board of " + division + " must be in the caller's area and in the disclosure's county");
        }
    }

    /** That board is recorded for that day. */
    public static final class BoardRecordedBefore extends DisclosureRefusal {
        private static final long serialVersionUID = 1L;

        BoardRecordedBefore(long division) {
            super("Board of " + division + " must be recorded once for a day");
        }
    }
}
