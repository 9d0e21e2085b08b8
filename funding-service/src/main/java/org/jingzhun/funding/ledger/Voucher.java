package org.jingzhun.funding.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an officer wants to be booked by hand (记账凭证): money that goes from one account of the county's books to another.
 *
 * @param key the client's own name of it, so that it is posted once however often it is sent; null if it has none
 */
public record Voucher(
        long county,
        String memo,
        List<Transfer> transfers,
        @Nullable String key) {

    /** One movement; the amount is above zero. */
    public record Transfer(UUID from, UUID to, Money amount) {

        public Transfer {
            if (amount.isZero() || amount.isNegative()) {
                throw new IllegalArgumentException("Amount (" + amount + " yuan) of a transfer must be above 0.00");
            }
        }
    }

    public Voucher {
        transfers = List.copyOf(transfers);
        if (transfers.isEmpty()) {
            throw new IllegalArgumentException("Voucher " + memo + " must have at least one transfer");
        }
    }

    /** Whether all of it together is still an amount of money. */
    boolean isWithinLimit() {
        return transfers.stream().mapToLong(transfer -> transfer.amount().fen()).sum() <= Money.LIMIT_FEN;
    }

    /** Each transfer's account that gives, and the one that takes, in order. */
    List<UUID> accounts() {
        return transfers.stream()
                .<UUID>mapMulti((transfer, accounts) -> {
                    accounts.accept(transfer.from());
                    accounts.accept(transfer.to());
                })
                .toList();
    }

    /** @param owners division of each account, in the order of {@link #accounts()} */
    List<Posting> postings(List<Long> owners) {
        List<Posting> postings = new ArrayList<>();
        for (int t = 0; t < transfers.size(); t++) {
            var transfer = transfers.get(t);
            postings.add(new Posting(
                    transfer.from(), owners.get(2 * t), transfer.amount().negated()));
            postings.add(new Posting(transfer.to(), owners.get(2 * t + 1), transfer.amount()));
        }
        return postings;
    }

    /** Whether an entry books just this. */
    boolean isBookedBy(JournalEntry entry) {
        var owners = entry.postings().stream().map(Posting::division).toList();
        return entry.county() == county
                && entry.memo().equals(memo)
                && owners.size() == 2 * transfers.size()
                && entry.postings().equals(postings(owners));
    }
}
