package org.jingzhun.funding.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.LongStream;
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
    private final ClosedYears closedYears;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Bookkeeping(
            Accounts accounts,
            Journal journal,
            ClosedYears closedYears,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.closedYears = closedYears;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Posts an entry, opening accounts that are missing. What names an account of a closed year means the account that its
     * money went on to.
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
        int lastClosed = closedYears.last(county);
        var current = new LinkedHashMap<AccountKey, Money>();
        movements.forEach((key, amount) -> current.merge(key.since(lastClosed), amount, Money::plus));
        var postings = postings(current);
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
        int lastClosed = closedYears.last(entry.county());
        var booked = accounts.findByIds(
                entry.postings().stream().map(Posting::accountId).distinct().toList());
        var back = new LinkedHashMap<AccountKey, Money>();
        for (var posting : entry.postings()) {
            var account = booked.get(posting.accountId());
            if (account == null) {
                throw new LedgerRefusal.UnknownEntry(entry.id());
            }
            back.merge(account.key().since(lastClosed), posting.amount().negated(), Money::plus);
        }
        var postings = postings(back);
        audit.record(AuditEntry.of("entry-reversed", "journal-entry", entry.id())
                .in(entry.county())
                .because(reason));
        return append(JournalEntry.Kind.REVERSAL, entry.county(), end, businessKey, reason, entry.id(), postings);
    }

    /** Opens what is missing, and looks whether each account holds what is to leave it. */
    private List<Posting> postings(SequencedMap<AccountKey, Money> movements) {
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
        return postings;
    }

    /**
     * Carries what the accounts of a year hold over into the next year that is open (年终结转), and closes the year.
     *
     * @return what went on; nothing, with no entry, if the accounts were empty
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ClosedYear carryOver(long county, int year, String memo) {
        var end = journal.lockEnd(county);
        int run = closedYears.runs(county, year) + 1;
        int into = Math.max(year, closedYears.last(county)) + 1;
        var holding = accounts.listToCarry(county, year);
        var sisters =
                accounts.open(holding.stream().map(a -> a.key().inYear(into)).toList());
        List<Posting> postings = new ArrayList<>();
        var total = Money.ZERO;
        for (var account : holding) {
            var sister = sisters.get(account.key().inYear(into));
            if (sister == null) {
                throw new IllegalStateException("Account " + account + " must be within the caller's area");
            }
            postings.add(new Posting(
                    account.id(), account.key().division(), account.balance().negated()));
            postings.add(new Posting(sister.id(), account.key().division(), account.balance()));
            total = total.plus(account.balance());
        }
        var entry = postings.isEmpty()
                ? null
                : append(
                        JournalEntry.Kind.CARRY_OVER,
                        county,
                        end,
                        "carry-over:" + county + ":" + year + ":" + run,
                        memo,
                        null,
                        postings);
        var closed = new ClosedYear(
                county,
                year,
                run,
                total,
                entry == null ? null : entry.id(),
                caller.get().subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        closedYears.insert(closed);
        return closed;
    }

    /**
     * Tells beforehand whether an account holds an amount; posting checks it again.
     *
     * @throws LedgerRefusal.Overdrawn if it does not, or is not even open
     */
    public void requireAvailable(AccountKey key, Money amount) {
        var available = accounts.find(key.since(closedYears.last(key.county())))
                .map(Account::balance)
                .orElse(Money.ZERO);
        if (available.compareTo(amount) < 0) {
            throw new LedgerRefusal.Overdrawn(key, available, amount);
        }
    }

    /**
     * Tells what accounts hold, and keeps everybody from moving them until the transaction ends, in the order of the
     * counties' codes.
     *
     * @param counties whose books the transaction will touch besides
     * @return by the key that was asked, 0 where no account is open
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<AccountKey, Money> holdStill(Collection<AccountKey> keys, long... counties) {
        LongStream.concat(keys.stream().mapToLong(AccountKey::county), LongStream.of(counties))
                .sorted()
                .distinct()
                .forEach(journal::lockEnd);
        var current = new LinkedHashMap<AccountKey, AccountKey>();
        keys.forEach(key -> current.put(key, key.since(closedYears.last(key.county()))));
        var open = accounts.findAll(current.values());
        var held = new LinkedHashMap<AccountKey, Money>();
        current.forEach((asked, key) -> {
            var account = open.get(key);
            held.put(asked, account == null ? Money.ZERO : account.balance());
        });
        return held;
    }

    private static void requireCovered(Account account, Money amount) {
        account.requireCovers(account.balance(), amount);
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
        journal.append(List.of(entry), end);
        return entry;
    }
}
