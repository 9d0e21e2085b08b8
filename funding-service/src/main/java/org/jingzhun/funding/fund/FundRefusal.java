package org.jingzhun.funding.fund;

import java.util.List;
import org.jingzhun.funding.fund.rule.Judging;
import org.jingzhun.funding.ledger.money.Money;

/** What keeping funds and helping out of them says no to. */
public abstract sealed class FundRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private FundRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such thing, or not in the caller's area. */
    public static final class Unknown extends FundRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(Object what) {
            super(what + " must exist");
        }
    }

    /** The place lies outside the caller's area. */
    public static final class OutsideArea extends FundRefusal {
        private static final long serialVersionUID = 1L;

        OutsideArea(long division) {
            super("Division " + division + " must be within the caller's area");
        }
    }

    /** The application breaks the rule of use. */
    public static final class RuleBroken extends FundRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<Judging.Broken> broken;
        private final String version;

        RuleBroken(List<Judging.Broken> broken, String version) {
            super("Application must keep rule " + version + ": " + broken);
            this.broken = List.copyOf(broken);
            this.version = version;
        }

        public List<Judging.Broken> broken() {
            return broken;
        }

        /** Version of the rule that it was held against. */
        public String version() {
            return version;
        }
    }

    /** The fund does not hold the amount. */
    public static final class FundExhausted extends FundRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Money available;
        private final transient Money asked;

        FundExhausted(Money available, Money asked) {
            super("Fund (" + available + " yuan) must hold " + asked + " yuan");
            this.available = available;
            this.asked = asked;
        }

        public Money available() {
            return available;
        }

        public Money asked() {
            return asked;
        }
    }

    /** More would be paid back than is owed. */
    public static final class AboveDebt extends FundRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Money owed;

        AboveDebt(Money owed) {
            super("Repayment must not exceed " + owed + " yuan");
            this.owed = owed;
        }

        public Money owed() {
            return owed;
        }
    }

    /** Something does not fit the state of the fund. */
    public static final class NotNow extends FundRefusal {
        private static final long serialVersionUID = 1L;
        private final Reason reason;
        private final String detail;

        NotNow(Reason reason, Object detail) {
            super(reason + ": " + detail);
            this.reason = reason;
            this.detail = detail.toString();
        }

        public Reason reason() {
            return reason;
        }

        /** Fills the sentence. */
        public String detail() {
            return detail;
        }
    }

    /** Why it does not fit. */
    public enum Reason {
        /** Another fund of the place has this name and kind. */
        FUND_NAME_TAKEN,
        /** No rule of use for this kind, purpose and day. */
        FUND_RULE_MISSING,
        /** A version of this rule is known already. */
        FUND_RULE_EXISTS,
        /** The numbers of a rule do not agree. */
        FUND_RULE_INVALID,
        /** Only a mutual-aid fund has members. */
        NO_MEMBERS_HERE,
        /** Only the county's fund for the sharing of risks fills its risk pools. */
        NO_POOLS_HERE,
        /** The household is a member already, or none. */
        MEMBERSHIP,
        /** A code that its list does not have. */
        UNKNOWN_OTHER_AID,
        /** A step that has a path of its own. */
        AID_STEP_TAKEN_ELSEWHERE,
        /** A repayment of something that is not a loan in use. */
        NOT_LENT,
        /** A day in the future, or before what it follows. */
        DAY_INVALID
    }
}
