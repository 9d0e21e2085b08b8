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
        /** A source hands money down to a county (预算下达). */
        BUDGET(true),
        /** The county's budget is divided over villages (资金分配). */
        ALLOCATION(false),
        /** Undoes another entry (红冲). */
        REVERSAL(false),
        /** Money is set aside for a project (项目拨款). */
        PROJECT_FUNDING(false),
        /** Payments are sent to the bank (支付). */
        PAYMENT(false),
        /** The bank says that payments arrived (到账). */
        SETTLEMENT(false),
        /** Payments come back (退回). */
        PAYMENT_RETURN(false),
        /** What is left goes on into the next year (年终结转). */
        CARRY_OVER(false),
        /** Idle money is taken back (收回存量资金). */
        RECLAIM(false),
        /** Money of a fund moves (基金). */
        FUND(false),
        /** Money of a risk pool moves (风险补偿金). */
        RISK_POOL(false),
        /** Dividends of assets (分红). */
        DIVIDEND(false),
        /** Donations come in (捐赠). */
        DONATION(false),
        /** A voucher written by hand (记账凭证). */
        TRANSFER(true);

        private final boolean reversedByHand;

        Kind(boolean reversedByHand) {
            this.reversedByHand = reversedByHand;
        }

        /** Whether an officer may undo it; all others are undone by the procedure that posted them. */
        boolean reversedByHand() {
            return reversedByHand;
        }
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
