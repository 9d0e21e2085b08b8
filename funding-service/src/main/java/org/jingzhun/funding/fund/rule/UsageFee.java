package org.jingzhun.funding.fund.rule;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jingzhun.funding.ledger.money.Money;

/** The usage fee (占用费) of what is paid back of a loan: by days, 365 in every year, half a fen up. */
public final class UsageFee {

    private static final long DAYS = 365;

    private UsageFee() {}

    /**
     * @param principal what is paid back
     * @param rate a year, in ten-thousandths
     * @param lentOn day of payment
     * @param repaidOn not before it
     */
    public static Money of(Money principal, int rate, LocalDate lentOn, LocalDate repaidOn) {
        long days = ChronoUnit.DAYS.between(lentOn, repaidOn);
        if (days < 0) {
            throw new IllegalArgumentException("Repayment (" + repaidOn + ") must not come before " + lentOn);
        }
        var yearly = BigInteger.valueOf(FundRule.WHOLE * DAYS);
        return Money.ofFen(BigInteger.valueOf(principal.fen())
                .multiply(BigInteger.valueOf(rate))
                .multiply(BigInteger.valueOf(days))
                .multiply(BigInteger.TWO)
                .add(yearly)
                .divide(yearly.multiply(BigInteger.TWO))
                .longValueExact());
    }
}
