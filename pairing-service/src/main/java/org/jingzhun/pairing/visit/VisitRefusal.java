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

    /** The id belongs to a visit with another content. */
    public static final class IdTaken extends VisitRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        IdTaken(UUID id) {
            super("visit " + id + " must not change");
        }
    }
}
