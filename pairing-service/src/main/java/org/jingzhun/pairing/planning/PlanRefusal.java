package org.jingzhun.pairing.planning;

import java.io.Serial;

/** Why a plan is not made, or a step of it not taken. */
public abstract sealed class PlanRefusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private PlanRefusal(String message) {
        super(message, null, false, false);
    }

    /** A plan is made for a county of the caller's area. */
    public static final class NoCounty extends PlanRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String code;

        NoCounty(String code) {
            super("division " + code + " must be a county in the caller's area");
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Plans are compared with plans of the same place. */
    public static final class OtherPlace extends PlanRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final long division;

        OtherPlace(long division) {
            super("the other plan is one of " + division + ", but must be of the same place");
            this.division = division;
        }

        public long division() {
            return division;
        }
    }
}
