package org.jingzhun.funding.asset;

import java.util.List;
import org.jingzhun.funding.ledger.money.Money;

/** What keeping assets, shares and dividends says no to. */
public abstract sealed class AssetRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private AssetRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such thing, or not in the caller's area. */
    public static final class Unknown extends AssetRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(Object what) {
            super(what + " must exist");
        }
    }

    /** The place lies outside the caller's area. */
    public static final class OutsideArea extends AssetRefusal {
        private static final long serialVersionUID = 1L;

        OutsideArea(long division) {
            super("Division " + division + " must be within the caller's area");
        }
    }

    /** The contract guarantees less than the rule of its day. */
    public static final class FloorTooLow extends AssetRefusal {
        private static final long serialVersionUID = 1L;
        private final int rate;
        private final int minimum;

        FloorTooLow(int rate, int minimum) {
            super("Floor rate (" + rate + ") must be at least " + minimum + " ten-thousandths");
            this.rate = rate;
            this.minimum = minimum;
        }

        public int rate() {
            return rate;
        }

        public int minimum() {
            return minimum;
        }
    }

    /** Holders of shares must be poor households of the register, or villages, within the asset's county. */
    public static final class HoldersNotEligible extends AssetRefusal {
        private static final long serialVersionUID = 1L;
        private final List<String> holders;

        HoldersNotEligible(List<String> holders) {
            super("Holders " + holders + " must be eligible");
            this.holders = List.copyOf(holders);
        }

        /** Ids of households and codes of villages. */
        public List<String> holders() {
            return holders;
        }
    }

    /** More would be given out than there is. */
    public static final class AboveValue extends AssetRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Money available;
        private final transient Money asked;

        AboveValue(Money available, Money asked) {
            super("Shares (" + asked + " yuan) must not exceed " + available + " yuan");
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

    /** Something does not fit the state of the asset. */
    public static final class NotNow extends AssetRefusal {
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

        /** Fills the sentence: a date, an amount, a number. */
        public String detail() {
            return detail;
        }
    }

    /** Why it does not fit. */
    public enum Reason {
        /** Kind, use, place, value and source are fixed once there are shares. */
        ASSET_FIXED,
        /** The contract must end after it began. */
        CONTRACT_DATES,
        /** The division left no shares. */
        NO_HOLDERS,
        /** The day lies in a period that was divided already, or before a share began. */
        PERIOD_DIVIDED,
        /** The period is no part of one calendar year within the contract. */
        PERIOD_INVALID,
        /** Neither floor nor dividend came of it. */
        NOTHING_TO_DIVIDE,
        /** The notice has not run its days. */
        NOTICE_RUNNING,
        /** Shares have changed since they were planned. */
        SHARES_CHANGED,
        /** There is a valuation of that day. */
        VALUED_BEFORE,
        /** The day is still to come, or comes before what it follows. */
        DAY_INVALID,
        /** This step has a path of its own. */
        STEP_TAKEN_ELSEWHERE,
        /** A version of this rule is known already. */
        RULE_EXISTS,
        /** No rule holds on that day. */
        RULE_MISSING
    }
}
