package org.jingzhun.pairing.observed.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What pairing reads of money that reached a household. */
sealed interface BenefitEvent {

    /** What is kept of it. */
    Kept kept();

    /**
     * A row of {@code observed_benefit}.
     *
     * @param villageCode 12 digits
     * @param state PAID or RETURNED
     */
    record Kept(
            UUID id,
            UUID householdId,
            String villageCode,
            String benefit,
            int year,
            long fen,
            String state,
            LocalDate paidOn,
            String sourceName,
            long revision) {}

    /** A benefit arrived, or went back (补助到账). */
    record BenefitPaid(
            UUID paymentId,
            UUID householdId,
            String villageCode,
            String benefit,
            int year,
            String amount,
            String state,
            LocalDate paidOn,
            String sourceName,
            long revision)
            implements BenefitEvent {

        @Override
        public Kept kept() {
            return new Kept(
                    paymentId,
                    householdId,
                    villageCode,
                    benefit,
                    year,
                    fen(amount),
                    state,
                    paidOn,
                    sourceName,
                    revision);
        }
    }

    /** A dividend of an asset arrived (资产收益分红). */
    record DividendPaid(
            UUID dividendId,
            UUID householdId,
            String villageCode,
            int year,
            String amount,
            LocalDate paidOn,
            long revision)
            implements BenefitEvent {

        @Override
        public Kept kept() {
            return new Kept(
                    dividendId,
                    householdId,
                    villageCode,
                    "DIVIDEND",
                    year,
                    fen(amount),
                    "PAID",
                    paidOn,
                    "资产收益",
                    revision);
        }
    }

    /** @throws ArithmeticException when there are parts of a fen */
    private static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
