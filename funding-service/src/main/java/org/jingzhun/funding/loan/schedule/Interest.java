package org.jingzhun.funding.loan.schedule;

import java.math.BigInteger;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Interest before rounding: fen x days x millionths over a denominator. Rounded once, half up, from the payout on, so
 * that the amounts of consecutive periods always sum to that of the whole.
 */
record Interest(BigInteger numerator, BigInteger denominator) {

    static Interest of(BigInteger fenDays, int ppm, DayCount dayCount) {
        return new Interest(
                fenDays.multiply(BigInteger.valueOf(ppm)), BigInteger.valueOf((long) Terms.WHOLE * dayCount.basis()));
    }

    long fen() {
        return numerator
                .shiftLeft(1)
                .add(denominator)
                .divide(denominator.shiftLeft(1))
                .longValueExact();
    }

    Money rounded() {
        return Money.ofFen(fen());
    }

    /** What rounding left out, over the denominator. */
    long remainder() {
        return numerator
                .subtract(BigInteger.valueOf(fen()).multiply(denominator))
                .longValueExact();
    }
}
