package org.jingzhun.identification.observed.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money for a village, as funding-service tells it.
 *
 * @param villageCode 12 digits
 * @param amount yuan with two decimals, 0 or more
 * @param revision grows with each change of the plan's money for the village
 */
record VillageAllocation(
        UUID planId,
        String villageCode,
        String sourceName,
        String sourceLevel,
        int year,
        String amount,
        LocalDate approvedOn,
        String documentNumber,
        long revision) {

    private static final int DECIMALS = 2;

    /** @throws ArithmeticException when there are parts of a fen */
    long amountFen() {
        return new BigDecimal(amount).movePointRight(DECIMALS).longValueExact();
    }
}
