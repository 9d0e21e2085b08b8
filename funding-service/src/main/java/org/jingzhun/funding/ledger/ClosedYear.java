package org.jingzhun.funding.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A closing of a county's year (年终结转).
 *
 * @param run 1 for the first closing of the year, more when money came back into it since
 * @param amount what went on into the next open year
 * @param entry that booked it, null when there was nothing
 */
public record ClosedYear(
        long county,
        int year,
        int run,
        Money amount,
        @Nullable UUID entry,
        String closedBy,
        Instant closedAt) {}
