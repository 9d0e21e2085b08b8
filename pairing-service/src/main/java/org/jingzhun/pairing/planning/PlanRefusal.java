package org.jingzhun.pairing.planning;

import java.io.Serial;
import java.util.UUID;

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

    /** Pairs of the plan must not be: a conflict was recorded, or an office was taken, since it was computed (回避). */
    public static final class InConflict extends PlanRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final long pairs;

        InConflict(UUID plan, long pairs) {
            super(pairs + " pairs of plan " + plan + " must not be: kin, dealings or an office forbid them");
            this.pairs = pairs;
        }

        public long pairs() {
            return pairs;
        }
    }

    /** What has changed since a plan was computed. */
    public enum Change {
        /** Households got another helper or lost theirs. */
        HOUSEHOLDS_MOVED,

        /** Helpers are on leave, ill or gone (请假、离岗). */
        HELPERS_ABSENT,

        /** Helpers would have more households than rank and unit allow (超过按职级结对户数). */
        QUOTA_EXCEEDED
    }

    /** The plan is not what it would be today; it is made anew. */
    public static final class Overtaken extends PlanRefusal {
        @Serial
        private static final long serialVersionUID = 1L;

        private final Change change;
        private final long count;

        Overtaken(UUID plan, Change change, long count) {
            super("plan " + plan + " must be made anew: " + change + " (" + count + ")");
            this.change = change;
            this.count = count;
        }

        public Change change() {
            return change;
        }

        /** Of households moved, or of helpers. */
        public long count() {
            return count;
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
