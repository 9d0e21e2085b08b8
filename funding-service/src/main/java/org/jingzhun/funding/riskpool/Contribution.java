package org.jingzhun.funding.riskpool;

import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/** What was paid into a pool (出资). */
public record Contribution(
        UUID id, UUID poolId, Payer payer, UUID sourceId, int year, Money amount, String documentNumber, UUID entryId) {

    /** Who pays in. */
    public enum Payer {

        /** Out of the county's budget of a source. */
        TREASURY,

        /** A bank, under a source of the kind LENDER. */
        LENDER
    }
}
