package org.jingzhun.identification.observed.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What funding-service tells of money that reached a household. */
sealed interface BenefitEvent {

    /** What is kept of it. */
    Kept kept();

    /**
     * A row of {@code observed_benefit}; money in fen.
     *
     * @param villageCode 12 digits
     */
    record Kept(
            UUID id,
            String kind,
            UUID householdId,
            String villageCode,
            String benefit,
            @Nullable UUID assetId,
            int year,
            long amount,
            @Nullable Long floor,
            @Nullable Long dividend,
            String state,
            LocalDate paidOn,
            @Nullable String sourceName,
            long revision) {}

    /**
     * A benefit arrived, or went back.
     *
     * @param amount yuan with two decimals, likewise of a dividend
     * @param state PAID or RETURNED
     * @param revision grows with each change of the payment
     */
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
                    "PAYMENT",
                    householdId,
                    villageCode,
                    benefit,
                    null,
                    year,
                    fen(amount),
                    null,
                    null,
                    state,
                    paidOn,
                    sourceName,
                    revision);
        }
    }

    /**
     * A dividend of an asset arrived.
     *
     * @param floor what is guaranteed
     * @param dividend what came on top
     */
    record DividendPaid(
            UUID dividendId,
            UUID householdId,
            String villageCode,
            UUID assetId,
            int year,
            String floor,
            String dividend,
            String amount,
            LocalDate paidOn,
            long revision)
            implements BenefitEvent {

        @Override
        public Kept kept() {
            return new Kept(
                    dividendId,
                    "DIVIDEND",
                    householdId,
                    villageCode,
                    "DIVIDEND",
                    assetId,
                    year,
                    fen(amount),
                    fen(floor),
                    fen(dividend),
                    "PAID",
                    paidOn,
                    null,
                    revision);
        }
    }

    /** @throws ArithmeticException when there are parts of a fen */
    private static long fen(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }
}
