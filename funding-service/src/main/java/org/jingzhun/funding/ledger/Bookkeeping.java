package org.jingzhun.funding.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Posts entries (记账) in the transaction of the change that they book. Entries of one county are posted one after the
 * other, which keeps their numbers without gaps and their balances above the limits; counties do not wait for each
 * other.
 */
@ApplicationScoped
public class Bookkeeping {

    private final Accounts accounts;
    private final Journal journal;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Bookkeeping(Accounts accounts, Journal journal, Audit audit, CurrentCaller caller, Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Posts an entry, opening accounts that are missing.
     *
     * @param businessKey what happened, for example {@code allocation:ID}
     * @param movements what goes to each account, or leaves it if negative; nothing moves at 0
     * @throws LedgerRefusal.Overdrawn if an account would sink below its limit
     * @throws LedgerRefusal.PostedBefore if it was posted before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public JournalEntry post(
            JournalEntry.Kind kind,
            long county,
            String businessKey,
            String memo,
            SequencedMap<AccountKey, Money> movements) {
        var end = journal.lockEnd(county);
        var opened = accounts.open(movements.keySet());
        List<Posting> postings = new ArrayList<>();
        movements.forEach((key, amount) -> {
            var account = opened.get(key);
            if (account == null) {
                throw new IllegalStateException("Account " + key + " must be within the caller's area");
            }
            requireCovered(account, amount);
            if (!amount.isZero()) {
                postings.add(new Posting(account.id(), key.division(), amount));
            }
        });
        return append(kind, county, end, businessKey, memo, null, postings);
    }

    /**
     * Undoes an entry that an officer may undo by hand (红冲) with one of its own.
     *
     * @throws LedgerRefusal if there is no such entry, it is of another kind, was reversed before, or the money is
     *     spent
     */
    @Transactional
    public JournalEntry reverse(UUID entryId, String reason) {
        var entry = journal.find(entryId).orElseThrow(() -> new LedgerRefusal.UnknownEntry(entryId));
        if (!entry.kind().reversedByHand()) {
            throw new LedgerRefusal.NotReversible(entry.kind());
        }
        return undo(entry, reason);
    }

    /**
     * Undoes an entry that a procedure posted; called by the step that takes it back.
     *
     * @param expected what the caller posted: an entry of any other kind is not its business
     * @throws LedgerRefusal as {@link #reverse}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public JournalEntry undo(UUID entryId, JournalEntry.Kind expected, String reason) {
        var entry = journal.find(entryId).orElseThrow(() -> new LedgerRefusal.UnknownEntry(entryId));
        if (entry.kind() != expected || entry.kind() == JournalEntry.Kind.REVERSAL) {
            throw new LedgerRefusal.NotReversible(entry.kind());
        }
        return undo(entry, reason);
    }

    private JournalEntry undo(JournalEntry entry, String reason) {
        var end = journal.lockEnd(entry.county());
        var businessKey = "reversal:" + entry.id();
        if (journal.has(businessKey)) {
            throw new LedgerRefusal.PostedBefore(businessKey);
        }
        List<Posting> postings = new ArrayList<>();
        for (var posting : entry.postings()) {
            var back = posting.amount().negated();
            requireCovered(accounts.find(posting.accountId()).orElseThrow(), back);
            postings.add(new Posting(posting.accountId(), posting.division(), back));
        }
        audit.record(AuditEntry.of("entry-reversed", "journal-entry", entry.id())
                .in(entry.county())
                .because(reason));
        return append(JournalEntry.Kind.REVERSAL, entry.county(), end, businessKey, reason, entry.id(), postings);
    }

    /**
     * Tells beforehand whether an account holds an amount; posting checks it again.
     *
     * @throws LedgerRefusal.Overdrawn if it does not, or is not even open
     */
    public void requireAvailable(AccountKey key, Money amount) {
        var available = accounts.find(key).map(Account::balance).orElse(Money.ZERO);
        if (available.compareTo(amount) < 0) {
            throw new LedgerRefusal.Overdrawn(key, available, amount);
        }
    }

    private static void requireCovered(Account account, Money amount) {
        if (account.key().kind().neverBelowZero()
                && account.balance().plus(amount).isNegative()) {
            throw new LedgerRefusal.Overdrawn(account.key(), account.balance(), amount.negated());
        }
    }

    private JournalEntry append(
            JournalEntry.Kind kind,
            long county,
            Journal.Link end,
            String businessKey,
            String memo,
            @Nullable UUID reverses,
            List<Posting> postings) {
        var entry = new JournalEntry(
                UuidCreator.getTimeOrderedEpoch(),
                county,
                end.number() + 1,
                kind,
                businessKey,
                memo,
                reverses,
                caller.get().subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                postings);
        journal.append(entry, end.hash());
        return entry;
    }
}
