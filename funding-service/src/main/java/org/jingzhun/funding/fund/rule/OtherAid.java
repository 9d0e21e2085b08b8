package org.jingzhun.funding.fund.rule;

import org.jingzhun.funding.ledger.money.Money;

/**
 * What became of another kind of aid for the same need.
 *
 * @param code of the list {@code other-aid}
 * @param evidence the paper that shows it
 */
public record OtherAid(String code, Outcome outcome, Money amount, String evidence) {

    public OtherAid {
        amount.requireNotNegative("Other aid");
        if (outcome != Outcome.RECEIVED && !amount.isZero()) {
            throw new IllegalArgumentException(
                    "Other aid " + code + " (" + amount + " yuan) must be 0.00 yuan unless it was received");
        }
    }

    /** How it ended. */
    public enum Outcome {
        RECEIVED,
        REFUSED,
        NOT_ENTITLED
    }
}
