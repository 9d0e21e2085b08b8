package org.jingzhun.pairing.helper;

import java.io.Serial;
import java.util.UUID;

/** Why a unit or a helper is not taken down. */
public abstract sealed class HelperRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private HelperRefusal(String message) {
        super(message, null, false, false);
    }

    /** A helper belongs to a unit, and the caller knows none with this id. */
    public static final class UnknownUnit extends HelperRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final UUID unit;

        UnknownUnit(UUID unit) {
            super("unit " + unit + " must exist in the caller's area");
            this.unit = unit;
        }

        public UUID unit() {
            return unit;
        }
    }

    /** The place lies outside the caller's area. */
    public static final class OutsideArea extends HelperRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final long division;

        OutsideArea(long division) {
            super("division " + division + " must lie in the caller's area");
            this.division = division;
        }

        public long division() {
            return division;
        }
    }

    /** There is no such helper in the caller's area. */
    public static final class UnknownHelper extends HelperRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        UnknownHelper(UUID helper) {
            super("helper " + helper + " must exist in the caller's area");
        }
    }

    /** The last day comes before the first, or is missing where it is known beforehand. */
    public static final class WrongDays extends HelperRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        WrongDays() {
            super("an absence must end after it begins; leave and training must end");
        }
    }
}
