package org.jingzhun.funding.moneytrail;

import java.time.LocalDate;
import org.jingzhun.funding.ledger.money.Money;

/**
 * What a village has of a year's money for first secretaries (第一书记专项经费): of sources of the kind
 * {@code FIRST_SECRETARY}.
 *
 * @param division the village, or a township that was given money as a whole
 * @param day by which heads are counted
 * @param onDuty first secretaries on that day
 * @param served first secretaries on any day of the year
 * @param perHead what the standards of the year give for each together
 * @param allocated by approved plans
 * @param setAside for projects and not yet paid
 * @param inTransit sent to the bank
 * @param paid to its receivers
 * @param left on the account of the division
 */
public record FirstSecretaryMoney(
        long division,
        String name,
        LocalDate day,
        long onDuty,
        long served,
        Money perHead,
        Money allocated,
        Money setAside,
        Money inTransit,
        Money paid,
        Money left) {

    /** What the standards give for those on duty. */
    public Money due() {
        return Money.ofFen(Math.multiplyExact(perHead.fen(), onDuty));
    }

    /** What came by other ways than plans, as from the county's budget to a project or from the year before; what went, below zero. */
    public Money otherwise() {
        return setAside.plus(inTransit).plus(paid).plus(left).minus(allocated);
    }
}
