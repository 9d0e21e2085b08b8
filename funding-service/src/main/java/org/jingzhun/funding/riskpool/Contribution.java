package org.jingzhun.funding.riskpool;

import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was paid into a pool (出资).
 *
 * @param fundId the fund for the sharing of risks that it came from; null of lenders
 */
public record Contribution(
        UUID id,
        UUID poolId,
        Payer payer,
        @Nullable UUID fundId,
        UUID sourceId,
        int year,
        Money amount,
        String documentNumber,
        UUID entryId) {

    /** Who pays in. */
    public enum Payer {

        /** Out of the county's fund for the sharing of risks (分险基金). */
        TREASURY,

        /** A bank, under a source of the kind LENDER. */
        LENDER
    }
}
