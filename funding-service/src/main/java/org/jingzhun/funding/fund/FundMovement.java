package org.jingzhun.funding.fund;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that went into a fund, or out of it if negative (基金收支), beside the journal entry that booked it.
 *
 * @param aidId the grant or loan that it belongs to
 * @param entryId null where the batch of a payment booked it
 */
public record FundMovement(
        UUID id,
        Kind kind,
        UUID sourceId,
        int year,
        Money amount,
        @Nullable UUID aidId,
        @Nullable UUID entryId,
        LocalDate movedOn,
        String memo) {

    /** Why it went. */
    public enum Kind {
        CONTRIBUTION,
        DUES,
        DONATION,
        GRANT,
        LOAN,
        REPAYMENT,
        FEE,
        /** A donation went back to its donor. */
        RETURN,
        /** It went into the county's risk pool (注入风险补偿金). */
        POOL
    }
}
