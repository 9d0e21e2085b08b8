package org.jingzhun.funding.loan.schedule;

import java.time.LocalDate;
import org.jingzhun.funding.ledger.money.Money;

/**
 * What falls due on a day.
 *
 * @param principal still to be paid of what was planned for the day, if the day is to come; else what was planned
 * @param interest of the days since the settlement before
 * @param days of interest, as the loan's rule counts them
 * @param remainder what rounding to the fen has put off so far, over {@code denominator}; negative if it was taken early
 * @param denominator of the remainder, of a fen
 * @param outstanding principal after the day
 */
public record Instalment(
        LocalDate dueOn,
        Money principal,
        Money interest,
        long days,
        long remainder,
        long denominator,
        Money outstanding) {}
