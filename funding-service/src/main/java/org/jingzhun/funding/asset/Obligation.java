package org.jingzhun.funding.asset;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/**
 * What an operator owes because the value fell below what the fund put in (保值责任).
 *
 * @param dueOn last day to make it good, by the rule of this version
 * @param madeGood what was made good so far
 */
public record Obligation(
        UUID id, UUID assetId, UUID valuationId, Money shortfall, LocalDate dueOn, String rule, Money madeGood) {

    public Money open() {
        return shortfall.minus(madeGood);
    }

    /** How it stands on a day. */
    public State stateOn(LocalDate day) {
        if (open().isZero()) {
            return State.MADE_GOOD;
        }
        return day.isAfter(dueOn) ? State.OVERDUE : State.OPEN;
    }

    /** How an obligation stands. */
    public enum State {
        OPEN,
        OVERDUE,
        MADE_GOOD
    }
}
