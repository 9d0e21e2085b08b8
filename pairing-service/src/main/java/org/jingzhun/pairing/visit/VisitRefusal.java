package org.jingzhun.pairing.visit;

import java.io.Serial;
import java.time.LocalDate;
import java.util.UUID;

/** Why a visit is not recorded. */
public abstract sealed class VisitRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private VisitRefusal(String message) {
        super(message, null, false, false);
    }

    /** A helper records its own visits and nobody else's. */
    public static final class NotYourVisit extends VisitRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        NotYourVisit(UUID helper) {
            super("helper " + helper + " must be the caller");
        }
    }

    /** The household was not the helper's on that day. */
    public static final class NotYourHousehold extends VisitRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LocalDate day;

        NotYourHousehold(UUID household, LocalDate day) {
            super("household " + household + " must be the helper's on " + day);
            this.day = day;
        }

        public LocalDate day() {
            return day;
        }
    }

    /** It has not been made yet. */
    public static final class InFuture extends VisitRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LocalDate day;

        InFuture(LocalDate day) {
            super("a visit on " + day + " must have been made");
            this.day = day;
        }

        public LocalDate day() {
            return day;
        }
    }

    /** An income item stands twice. */
    public static final class RepeatedItem extends VisitRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String item;

        RepeatedItem(String item) {
            super("income item " + item + " must stand once");
            this.item = item;
        }

        public String item() {
            return item;
        }
    }

    /** The income rules of identification have no such item on that day. */
    public static final class UnknownItem extends VisitRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String item;

        UnknownItem(String item) {
            super("income item " + item + " must be of the income rules");
            this.item = item;
        }

        public String item() {
            return item;
        }
    }

    /** A confirmation lacks its picture or its witness, or has both. */
    public static final class IncompleteConfirmation extends VisitRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        IncompleteConfirmation() {
            super("a confirmation must have a picture or a witness");
        }
    }

    /** What is to be corrected is no visit of this helper to this household. */
    public static final class UnknownVisit extends VisitRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        UnknownVisit(UUID corrected) {
            super("visit " + corrected + " must be one of the helper to the household");
        }
    }

    /** What is recorded already stands against it. */
    public abstract static sealed class Conflict extends VisitRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final UUID existing;

        private Conflict(String message, UUID existing) {
            super(message);
            this.existing = existing;
        }

        /** The visit or pairing that stands against it. */
        public UUID existing() {
            return existing;
        }
    }

    /** Another helper has taken over before that day. */
    public static final class Transferred extends Conflict {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LocalDate until;

        Transferred(UUID pairing, LocalDate until) {
            super("pairing " + pairing + " must not have ended on " + until, pairing);
            this.until = until;
        }

        /** The last day. */
        public LocalDate until() {
            return until;
        }
    }

    /** The helper's visit of that day is recorded already under another id. */
    public static final class DayRecorded extends Conflict {
        @Serial
        private static final long serialVersionUID = 1L;

        private final LocalDate day;

        DayRecorded(LocalDate day, UUID existing) {
            super("the visit of " + day + " must be recorded once, but is " + existing, existing);
            this.day = day;
        }

        public LocalDate day() {
            return day;
        }
    }

    /** Another visit stands in the place of the corrected one already. */
    public static final class CorrectedBefore extends Conflict {
        @Serial
        private static final long serialVersionUID = 1L;

        CorrectedBefore(UUID existing) {
            super("a visit must be corrected once, but is by " + existing, existing);
        }
    }

    /** The id belongs to a visit with another content. */
    public static final class IdTaken extends Conflict {
        @Serial
        private static final long serialVersionUID = 1L;

        IdTaken(UUID id) {
            super("visit " + id + " must not change", id);
        }
    }
}
