package org.jingzhun.funding.donation;

import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/** What receiving donations says no to. */
public abstract sealed class DonationRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private DonationRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such donation, or not in the caller's area. */
    public static final class Unknown extends DonationRefusal {
        private static final long serialVersionUID = 1L;

        Unknown(UUID id) {
            super("Donation " + id + " must exist");
        }
    }

    /** The place lies outside the caller's area, or the county. */
    public static final class OutsideArea extends DonationRefusal {
        private static final long serialVersionUID = 1L;

        OutsideArea(long division) {
            super("Division " + division + " must be within the caller's area");
        }
    }

    /** Goods need a description and no fund, money has none. */
    public static final class GoodsMismatch extends DonationRefusal {
        private static final long serialVersionUID = 1L;

        GoodsMismatch() {
            super("Goods must be described exactly if goods were given, and go into no fund");
        }
    }

    /** More goods would be handed out, or given back, than there are. */
    public static final class GoodsGone extends DonationRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Money left;

        GoodsGone(Money left) {
            super("Goods of " + left + " yuan are left");
            this.left = left;
        }

        public Money left() {
            return left;
        }
    }

    /** There is no receipt yet. */
    public static final class NoReceipt extends DonationRefusal {
        private static final long serialVersionUID = 1L;

        NoReceipt(UUID id) {
            super("Donation " + id + " must have a receipt");
        }
    }

    /** Recording has a path of its own. */
    public static final class TakenElsewhere extends DonationRefusal {
        private static final long serialVersionUID = 1L;
        private final DonationStep step;

        TakenElsewhere(DonationStep step) {
            super("Step " + step + " must be taken by its own path");
            this.step = step;
        }

        public DonationStep step() {
            return step;
        }
    }
}
