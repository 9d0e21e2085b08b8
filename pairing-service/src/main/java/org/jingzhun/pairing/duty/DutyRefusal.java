package org.jingzhun.pairing.duty;

import java.util.UUID;

/** What duty records say no to. */
public abstract sealed class DutyRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DutyRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none of this id in the caller's area. */
    public static final class Unknown extends DutyRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super("Duty record " + id + " is not known");
        }
    }

    /** No such helper, or village outside of the caller's area. */
    public static final class UnknownHelper extends DutyRefusal {
        private static final long serialVersionUID = 1L;

        UnknownHelper(UUID helper) {
            super("Helper " + helper + " must be known, and the village lie in the caller's area");
        }
    }

    /** Not first secretary or team member of the village on all of the days. */
    public static final class NoResident extends DutyRefusal {
        private static final long serialVersionUID = 1L;
        private final long village;

        NoResident(UUID helper, long village) {
            super("Helper " + helper + " must be first secretary or team member of " + village + " on all of the days");
            this.village = village;
        }

        public long village() {
            return village;
        }
    }

    /** Presence and leave are the helper's own to note; absence is found by others. */
    public static final class NotYours extends DutyRefusal {
        private static final long serialVersionUID = 1L;
        private final DutyRecord.Kind kind;

        NotYours(DutyRecord.Kind kind) {
            super(kind + " is noted by somebody else");
            this.kind = kind;
        }

        public DutyRecord.Kind kind() {
            return kind;
        }
    }

    /** Days end before they begin, or have not been yet. */
    public static final class BadDays extends DutyRefusal {
        private static final long serialVersionUID = 1L;

        BadDays() {
            super("The last day must not be before the first, and only leave may be in the future");
        }
    }

    /** The days are taken by another record. */
    public static final class Overlap extends DutyRefusal {
        private static final long serialVersionUID = 1L;
        private final UUID other;

        Overlap(UUID other) {
            super("Record " + other + " has some of these days");
            this.other = other;
        }

        public UUID other() {
            return other;
        }
    }

    /** So many days are the county's to grant. */
    public static final class CountyGrants extends DutyRefusal {
        private static final long serialVersionUID = 1L;
        private final int days;
        private final int atMost;

        CountyGrants(int days, int atMost) {
            super(days + " days are granted by the county; the township grants " + atMost);
            this.days = days;
            this.atMost = atMost;
        }

        public int days() {
            return days;
        }

        public int atMost() {
            return atMost;
        }
    }
}
