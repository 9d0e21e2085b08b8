package org.jingzhun.funding.loan.schedule;

import java.time.LocalDate;
import org.jingzhun.funding.ledger.money.Money;

/**
 * What a loan's contract says about paying it back.
 *
 * @param ratePpm interest in millionths a year: 47,500 is 4.75 %
 * @param penaltyPpm what overdue principal bears beside it (罚息), millionths a year; 0 for micro-credit
 * @param from day of payout, which bears interest
 * @param to maturity, which bears none
 * @param graceTo until when no principal falls due (宽限期); {@code from} if there is no grace
 */
public record Terms(
        Money principal,
        int ratePpm,
        int penaltyPpm,
        DayCount dayCount,
        LocalDate from,
        LocalDate to,
        Every interest,
        Repaid repaid,
        LocalDate graceTo) {

    /** Millionths: the whole. */
    public static final int WHOLE = 1_000_000;

    public Terms {
        principal.requirePositive("Principal");
        if (ratePpm < 0 || ratePpm > WHOLE || penaltyPpm < 0 || penaltyPpm > WHOLE) {
            throw new IllegalArgumentException(
                    "Rates (" + ratePpm + ", " + penaltyPpm + " ppm) must be within 0 and " + WHOLE);
        }
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("Maturity (" + to + ") must come after the payout (" + from + ")");
        }
        if (graceTo.isBefore(from) || graceTo.isAfter(to)) {
            throw new IllegalArgumentException("Grace (" + graceTo + ") must end between payout and maturity");
        }
    }
}
