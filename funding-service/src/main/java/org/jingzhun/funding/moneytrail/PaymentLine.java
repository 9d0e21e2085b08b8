package org.jingzhun.funding.moneytrail;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One payment on the way back from the household to the source.
 *
 * @param payableId what was owed
 * @param accountKind of the account that paid
 * @param subject project, fund or pool that paid, null without
 * @param stage {@code DUE} if it is not sent yet
 * @param batchId null before it is sent
 * @param entryId journal entry that sent it
 */
public record PaymentLine(
        UUID payableId,
        String kind,
        String benefit,
        long village,
        String accountKind,
        @Nullable UUID subject,
        UUID sourceId,
        String sourceName,
        int year,
        Money amount,
        String stage,
        @Nullable LocalDate settledOn,
        @Nullable UUID batchId,
        @Nullable UUID entryId) {}
