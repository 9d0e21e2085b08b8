package org.jingzhun.funding.disbursement;

import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/** What disbursing says no to. */
public abstract sealed class DisbursementRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DisbursementRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such thing, or not in the caller's area. */
    public static final class Unknown extends DisbursementRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(String what, UUID id) {
            super("The " + what + " " + id + " must exist");
        }
    }

    /** The step is taken for many at once, elsewhere. */
    public static final class TakenElsewhere extends DisbursementRefusal {
        private static final long serialVersionUID = 1L;
        private final String step;

        TakenElsewhere(Enum<?> step) {
            super("Step " + step + " must be taken elsewhere");
            this.step = step.name();
        }

        public String step() {
            return step;
        }
    }

    /** Nothing of this benefit and year is due, or nothing is left to be paid. */
    public static final class NothingToPay extends DisbursementRefusal {
        private static final long serialVersionUID = 1L;

        NothingToPay() {
            super("There must be something to pay");
        }
    }

    /** No rule gives this benefit in the county and year. */
    public static final class UnknownBenefit extends DisbursementRefusal {
        private static final long serialVersionUID = 1L;
        private final String benefit;
        private final int year;

        UnknownBenefit(String benefit, int year) {
            super("Benefit " + benefit + " must have a rule in " + year);
            this.benefit = benefit;
            this.year = year;
        }

        public String benefit() {
            return benefit;
        }

        public int year() {
            return year;
        }
    }

    /** The purpose is on the negative list (负面清单). */
    public static final class OnNegativeList extends DisbursementRefusal {
        private static final long serialVersionUID = 1L;
        private final String item;
        private final String version;

        OnNegativeList(String item, String version) {
            super("Purpose must not be on the negative list " + version + " (" + item + ")");
            this.item = item;
            this.version = version;
        }

        public String item() {
            return item;
        }

        public String version() {
            return version;
        }
    }

    /** No negative list is in force, so nothing can be checked. */
    public static final class NoNegativeList extends DisbursementRefusal {
        private static final long serialVersionUID = 1L;

        NoNegativeList(int year) {
            super("A negative list must be in force in " + year);
        }
    }

    /** The project has not come so far yet (按进度拨付). */
    public static final class AboveProgress extends DisbursementRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Money most;

        AboveProgress(Money most) {
            super("Payments of the project must be at most " + most + " yuan more by its progress");
            this.most = most;
        }

        /** What may still be paid. */
        public Money most() {
            return most;
        }
    }

    /** A batch is of one county. */
    public static final class SeveralCounties extends DisbursementRefusal {
        private static final long serialVersionUID = 1L;

        SeveralCounties() {
            super("Disbursements of a batch must be of one county");
        }
    }

    /** The place lies outside the caller's area. */
    public static final class OutsideArea extends DisbursementRefusal {
        private static final long serialVersionUID = 1L;

        OutsideArea(long county) {
            super("County " + county + " must be within the caller's area");
        }
    }
}
