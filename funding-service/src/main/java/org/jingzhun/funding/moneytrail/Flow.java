package org.jingzhun.funding.moneytrail;

import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What moved between two stations by one kind of entries.
 *
 * @param entries of the kind of {@code JournalEntry.Kind}; {@code OUTSIDE} if the entry is in books that the caller does not
 *     see
 * @param from null if it came from outside, or from several kinds at once
 * @param to null if it went to several kinds at once
 * @param count of entries
 */
public record Flow(
        String entries,
        @Nullable AccountKind from,
        @Nullable AccountKind to,
        Money amount,
        long count) {}
