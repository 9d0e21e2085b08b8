package org.jingzhun.funding.fund;

import java.util.UUID;
import org.jingzhun.funding.fund.rule.Drawing.Portion;
import org.jingzhun.funding.ledger.money.Money;

/**
 * What was handed over to be paid to a household for a grant or loan.
 *
 * @param id of the payable
 * @param portion source and year that it is drawn from
 */
record FundPayment(UUID id, UUID aidId, Portion portion, Money amount, State state) {

    /** How it stands. */
    enum State {
        DUE,
        PAID,
        RETURNED
    }
}
