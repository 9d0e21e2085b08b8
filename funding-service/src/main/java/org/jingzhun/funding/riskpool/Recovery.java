package org.jingzhun.funding.riskpool;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was got back from the debtor after the pool had paid (追偿), returned by the shares of the loss.
 *
 * @param reference the bank's, once for each claim
 * @param entryId null if nothing of it was the pool's
 */
public record Recovery(
        UUID id,
        UUID claimId,
        Money amount,
        Money poolPart,
        Money lenderPart,
        LocalDate receivedOn,
        String reference,
        @Nullable UUID entryId) {}
