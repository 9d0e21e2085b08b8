package org.jingzhun.funding.loan.rating;

import org.jingzhun.funding.ledger.money.Money;

/**
 * A grade (信用等级).
 *
 * @param leastPoints from which it is given
 * @param line what may be lent at most
 */
public record Grade(String grade, int leastPoints, Money line) {

    public Grade {
        line.requireNotNegative("Line");
    }
}
