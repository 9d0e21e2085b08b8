package org.jingzhun.funding.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the journal (记账凭证). One that exists is balanced: its postings sum to nothing.
 *
 * @param county whose books it is in
 * @param number counts the county's entries from 1 without a gap
 * @param businessKey what happened: the same thing cannot be posted twice
 * @param reverses the entry that this one undoes
 * @param postedAt cut to microseconds, as the database keeps it
 */
public record JournalEntry(
        UUID id,
        long county,
        long number,
        Kind kind,
        String businessKey,
        String memo,
        @Nullable UUID reverses,
        String postedBy,
        Instant postedAt,
        List<Posting> postings) {

    /** What an entry books. */
    public enum Kind {
        BUDGET,
        ALLOCATION,
        REVERSAL
    }

    public JournalEntry {
        postings = List.copyOf(postings);
        if (postings.size() < 2) {
            throw new IllegalArgumentException("Entry " + businessKey + " must have at least two postings");
        }
        var sum = postings.stream().map(Posting::amount).reduce(Money.ZERO, Money::plus);
        if (!sum.isZero()) {
            throw new IllegalArgumentException(
                    "Entry " + businessKey + " (sum " + sum + " yuan) must be balanced: its postings sum to 0.00");
        }
    }
}
