package org.jingzhun.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A county whose officers do anything at all, many at once, while the session that posts is ended again and again; and what
 * each of them was told. Every act has a memo of its own, by which it is found in the journal.
 */
public final class BusyCounty {

    static final int FIRST_YEAR = 2013;
    static final int YEARS = 4;
    private static final int VILLAGES = 4;
    private static final int ACTS_BETWEEN_CRASHES = 6;
    private static final int PATIENCE = 50;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(4);
    private static final String END_THE_POSTING_SESSION = """
            select count(pg_terminate_backend(pid)) from pg_locks
            where locktype = 'advisory' and granted and (classid::bigint << 32) | objid::bigint = ?
              and database = (select oid from pg_database where datname = current_database())
            """;

    private final GroupPosting posting;
    private final Bookkeeping bookkeeping;
    private final Journal journal;
    private final String code;
    private final long county;
    private final UUID source = UUID.randomUUID();
    private final AtomicInteger acts = new AtomicInteger();
    private final AtomicInteger crashes = new AtomicInteger();
    private final Map<String, JournalEntry> told = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final Queue<Voucher> keyed = new ConcurrentLinkedQueue<>();

    public BusyCounty(String code, GroupPosting posting, Bookkeeping bookkeeping, Journal journal) {
        this.code = code;
        this.county = Long.parseLong(code + "000000");
        this.posting = posting;
        this.bookkeeping = bookkeeping;
        this.journal = journal;
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            give(year, 20_000, "opened " + year);
        }
    }

    public long county() {
        return county;
    }

    /** What was acknowledged, by memo. */
    Map<String, JournalEntry> told() {
        return told;
    }

    Set<String> refused() {
        return refused;
    }

    /** May be in the journal or not: whoever asked was not answered and cannot ask again. */
    Set<String> unanswered() {
        return unanswered;
    }

    int crashes() {
        return crashes.get();
    }

    <T> T as(String person, Callable<T> work) throws Exception {
        var officer = new Caller(person + "@" + code, person, Set.of("finance-officer"), Area.ofPrefix(code), null);
        return CallerScope.call(officer, work::call);
    }

    public <T> T reading(Callable<T> work) throws Exception {
        return as("reader", () -> QuarkusTransaction.requiringNew().call(work));
    }

    /** Officers at work side by side. */
    public void work(long seed, int officers, int actsEach) throws Exception {
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int o = 0; o < officers; o++) {
            var random = new Random(seed * 1_000 + o);
            var person = "clerk" + o;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    as(person, () -> {
                        for (int a = 0; a < actsEach; a++) {
                            act(random);
                        }
                        return actsEach;
                    });
                } catch (Throwable failure) {
                    failures.add(failure);
                }
            }));
        }
        breakWhile(threads);
        assertThat(failures).isEmpty();
    }

    private void breakWhile(List<Thread> threads) throws SQLException {
        var funding = PlatformResource.platform().addresses().database("funding");
        try (var session = DriverManager.getConnection(funding.jdbcUrl(), funding.appUser(), funding.appPassword())) {
            var next = new AtomicInteger(acts.get() + ACTS_BETWEEN_CRASHES);
            await().atMost(LONG_ENOUGH).pollInterval(Duration.ofMillis(2)).until(() -> {
                if (acts.get() >= next.get() && crash(session) > 0) {
                    next.set(acts.get() + ACTS_BETWEEN_CRASHES);
                }
                return threads.stream().noneMatch(Thread::isAlive);
            });
        }
    }

    /** Ends the session that is posting in the county at this moment, if there is one. */
    private int crash(Connection session) throws SQLException {
        try (var statement = session.prepareStatement(END_THE_POSTING_SESSION)) {
            statement.setLong(1, county);
            try (var rows = statement.executeQuery()) {
                rows.next();
                crashes.addAndGet(rows.getInt(1));
                return rows.getInt(1);
            }
        }
    }

    private void act(Random random) throws Exception {
        var memo = "act " + acts.incrementAndGet();
        switch (random.nextInt(16)) {
            case 0 -> give(FIRST_YEAR + random.nextInt(YEARS), 1 + random.nextInt(5_000), memo);
            case 1, 2, 3 -> reverse(random, memo);
            case 4 -> close(FIRST_YEAR + random.nextInt(YEARS), memo);
            case 5, 6 -> sendAgain(random);
            default -> transfer(random, memo);
        }
    }

    private void give(int year, long fen, String memo) {
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(AccountKey.source(county, source, year), Money.ofFen(-fen));
        movements.put(AccountKey.budget(county, source, year), Money.ofFen(fen - VILLAGES));
        for (int v = 1; v <= VILLAGES && fen > VILLAGES; v++) {
            movements.put(AccountKey.village(county, county + 900_200 + v, source, year), Money.ofFen(1));
        }
        if (fen > VILLAGES) {
            insist(
                    memo,
                    () -> as("giver", () -> QuarkusTransaction.requiringNew()
                            .call(() -> bookkeeping.post(
                                    JournalEntry.Kind.BUDGET, county, code + source + memo, memo, movements))));
        }
    }

    private void reverse(Random random, String memo) {
        var done = List.copyOf(told.values());
        var undone = done.get(random.nextInt(done.size()));
        insist(memo, () -> QuarkusTransaction.requiringNew().call(() -> bookkeeping.reverse(undone.id(), memo)));
    }

    /** Not tried again: another try would be another run of the year's end. */
    private void close(int year, String memo) {
        try {
            var closed = QuarkusTransaction.requiringNew().call(() -> bookkeeping.carryOver(county, year, memo));
            var entry = closed.entry();
            if (entry != null) {
                told.put(memo, reading(() -> journal.find(entry)).orElseThrow());
            }
        } catch (Exception broken) {
            unanswered.add(memo);
        }
    }

    private void transfer(Random random, String memo) throws Exception {
        int year = FIRST_YEAR + random.nextInt(YEARS + 1);
        List<Voucher.Transfer> transfers = new ArrayList<>();
        for (int t = 0; t < 1 + random.nextInt(3); t++) {
            transfers.add(new Voucher.Transfer(
                    anAccount(random, year), anAccount(random, year), Money.ofFen(1 + random.nextInt(3_000))));
        }
        var key = random.nextInt(4) == 0 ? null : code + source + memo;
        var voucher = new Voucher(county, memo, transfers, key);
        if (key != null) {
            insist(memo, () -> posting.post(voucher).entry());
            if (told.containsKey(memo)) {
                keyed.add(voucher);
            }
            return;
        }
        try {
            told.put(memo, posting.post(voucher).entry());
        } catch (LedgerRefusal refusal) {
            refused.add(memo);
        } catch (RuntimeException broken) {
            unanswered.add(memo);
        }
    }

    private UUID anAccount(Random random, int year) {
        int village = random.nextInt(VILLAGES + 1);
        var key = village == 0
                ? AccountKey.budget(county, source, year)
                : AccountKey.village(county, county + 900_200 + village, source, year);
        return key.id();
    }

    /** A key belongs to its person: whoever else sends it posts another voucher, which is another act. */
    private void sendAgain(Random random) throws Exception {
        var sent = List.copyOf(keyed);
        if (sent.isEmpty()) {
            return;
        }
        var voucher = sent.get(random.nextInt(sent.size()));
        var first = Objects.requireNonNull(told.get(voucher.memo()), "acknowledged before");
        as(first.postedBy().replace("@" + code, ""), () -> {
            for (int attempt = 0; attempt < PATIENCE; attempt++) {
                try {
                    var receipt = posting.post(voucher);
                    assertThat(receipt.before()).isTrue();
                    assertThat(receipt.entry().id()).isEqualTo(first.id());
                    return true;
                } catch (RuntimeException broken) {
                    assertThat(broken).isNotInstanceOf(LedgerRefusal.class);
                }
            }
            throw new IllegalStateException("Voucher " + voucher.memo() + " must be answered at last");
        });
    }

    /** After a crash nobody knows whether it was posted: it is tried under the same name until there is an answer. */
    private void insist(String memo, Callable<JournalEntry> act) {
        @Nullable Exception last = null;
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            try {
                told.put(memo, act.call());
                return;
            } catch (LedgerRefusal.PostedBefore before) {
                remember(memo, before.businessKey());
                return;
            } catch (LedgerRefusal refusal) {
                refused.add(memo);
                return;
            } catch (Exception broken) {
                last = broken;
            }
        }
        throw new IllegalStateException("Act " + memo + " must be answered at last", last);
    }

    /** It was this act before it was broken off, or somebody else's. */
    private void remember(String memo, String businessKey) {
        for (int attempt = 0; ; attempt++) {
            try {
                var entry =
                        reading(() -> journal.listByKeys(List.of(businessKey))).getFirst();
                if (entry.memo().equals(memo)) {
                    told.put(memo, entry);
                } else {
                    refused.add(memo);
                }
                return;
            } catch (Exception broken) {
                if (attempt > PATIENCE) {
                    throw new IllegalStateException(broken);
                }
            }
        }
    }
}
