package org.jingzhun.funding.moneytrail;

import java.util.List;

/**
 * What a household was paid, and where it came from.
 *
 * @param wrongBatches batches of these payments that do not agree with the ledger: their payments must add up to the
 *     batch, and the batch to the entry that sent it
 */
public record HouseholdTrail(List<PaymentLine> payments, List<Origin> origins, long wrongBatches) {

    public HouseholdTrail {
        payments = List.copyOf(payments);
        origins = List.copyOf(origins);
    }
}
