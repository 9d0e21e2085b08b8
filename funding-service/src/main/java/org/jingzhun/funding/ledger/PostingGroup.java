package org.jingzhun.funding.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.funding.ledger.money.Money;

/** Posts a group of vouchers of one county in the transaction of its caller: read once, judged one by one, written once. */
@ApplicationScoped
class PostingGroup {

    private final Accounts accounts;
    private final Journal journal;
    private final Audit audit;
    private final Clock clock;

    PostingGroup(Accounts accounts, Journal journal, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return what each submission is to be told after the commit, in their order */
    List<Outcome> post(List<Submission> submissions) {
        var end = journal.lockEnd(submissions.getFirst().voucher().county());
        var books = new Books(submissions, end.number(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        List<Outcome> outcomes = new ArrayList<>();
        for (var submission : submissions) {
            try {
                outcomes.add(books.book(submission));
            } catch (LedgerRefusal refusal) {
                outcomes.add(new Outcome.Refused(submission, refusal));
            }
        }
        if (!books.entries.isEmpty()) {
            journal.append(books.entries, end);
            audit.write(books.records);
        }
        return outcomes;
    }

    /** A county's books while a group is judged: the balances as the vouchers before left them. */
    private final class Books {

        private final Instant now;
        private final long lastNumber;
        private final Map<UUID, Account> known;
        private final Map<UUID, Money> balances = new HashMap<>();
        private final Map<String, JournalEntry> byKey = new HashMap<>();
        private final List<JournalEntry> entries = new ArrayList<>();
        private final List<Audit.Attributed> records = new ArrayList<>();

        Books(List<Submission> submissions, long lastNumber, Instant now) {
            this.now = now;
            this.lastNumber = lastNumber;
            known = accounts.findByIds(submissions.stream()
                    .flatMap(submission -> submission.voucher().accounts().stream())
                    .distinct()
                    .toList());
            known.forEach((id, account) -> balances.put(id, account.balance()));
            var keys = submissions.stream()
                    .filter(submission -> submission.voucher().key() != null)
                    .map(Books::businessKey)
                    .distinct()
                    .toList();
            if (!keys.isEmpty()) {
                journal.listByKeys(keys).forEach(entry -> byKey.put(entry.businessKey(), entry));
            }
        }

        private static String businessKey(Submission submission) {
            return "voucher:" + submission.by().subject() + ":"
                    + submission.voucher().key();
        }

        Outcome book(Submission submission) {
            var voucher = submission.voucher();
            var id = UuidCreator.getTimeOrderedEpoch();
            var key = voucher.key() == null ? "voucher:" + id : businessKey(submission);
            var earlier = byKey.get(key);
            if (earlier != null) {
                if (!voucher.isBookedBy(earlier)) {
                    throw new LedgerRefusal.KeyReused();
                }
                return new Outcome.Booked(submission, earlier, true);
            }
            var touched =
                    voucher.accounts().stream().map(a -> visible(a, submission)).toList();
            VoucherRules.check(voucher, touched);
            var postings = voucher.postings(
                    touched.stream().map(account -> account.key().division()).toList());
            move(postings);
            var entry = new JournalEntry(
                    id,
                    voucher.county(),
                    lastNumber + entries.size() + 1,
                    JournalEntry.Kind.TRANSFER,
                    key,
                    voucher.memo(),
                    null,
                    submission.by().subject(),
                    now,
                    postings);
            entries.add(entry);
            byKey.put(key, entry);
            records.add(submission.audit().about(id));
            return new Outcome.Booked(submission, entry, false);
        }

        /** The poster sees the whole county, the officer perhaps less of it. */
        private Account visible(UUID accountId, Submission submission) {
            var account = known.get(accountId);
            if (account == null
                    || account.key().county() != submission.voucher().county()
                    || !submission.by().area().covers(account.key().division())) {
                throw new LedgerRefusal.UnknownAccount(accountId);
            }
            return account;
        }

        /** All of them or, if one account does not hold what is to leave it, none. */
        private void move(List<Posting> postings) {
            Map<UUID, Money> net = new HashMap<>();
            postings.forEach(posting -> net.merge(posting.accountId(), posting.amount(), Money::plus));
            net.forEach((id, amount) -> {
                var account = known.get(id);
                var before = balances.get(id);
                if (account == null || before == null) {
                    throw new IllegalStateException("Account " + id + " must have been read");
                }
                account.requireCovers(before, amount);
            });
            net.forEach((id, amount) -> balances.merge(id, amount, Money::plus));
        }
    }
}
