package org.jingzhun.funding.allocation;

import org.jingzhun.funding.ledger.money.Money;

/**
 * A receiver that does not hold its share any more.
 *
 * @param share what the plan gave
 * @param left what the receiving account holds of the source and year, at most the share
 */
public record SpentShare(long division, String name, Money share, Money left) {

    public Money spent() {
        return share.minus(left);
    }
}
