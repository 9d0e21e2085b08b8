package org.jingzhun.funding.disbursement;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Payments that go to the bank together (支付批次).
 *
 * @param retryOf the batch whose failed payments it sends once more
 * @param refused payments that fell out when it was prepared
 * @param entryId the entry that put the money in transit; null of retries, whose money still is
 * @param stages how many payments stand at each stage
 */
public record PaymentBatch(
        UUID id,
        long county,
        @Nullable UUID retryOf,
        long payments,
        Money amount,
        long refused,
        @Nullable UUID entryId,
        String createdBy,
        Instant createdAt,
        Map<PaymentStage, Long> stages) {

    public PaymentBatch {
        stages = Map.copyOf(stages);
    }
}
