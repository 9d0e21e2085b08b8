package org.jingzhun.funding.ledger;

import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** A county whose budget holds 1,000 yuan and each of three villages 10. */
final class VoucherBooks {

    private static final int YEAR = 2016;

    final long county;
    final UUID source = UUID.randomUUID();
    private final String code;
    private final GroupPosting posting;
    private final Accounts accounts;

    VoucherBooks(String code, GroupPosting posting, Bookkeeping bookkeeping, Accounts accounts) throws Exception {
        this.code = code;
        this.posting = posting;
        this.accounts = accounts;
        county = Long.parseLong(code + "000000");
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(AccountKey.source(county, source, YEAR), Money.ofYuan(-1030));
        movements.put(budget(), Money.ofYuan(1000));
        for (int v = 1; v <= 3; v++) {
            movements.put(village(v), Money.ofYuan(10));
        }
        read(() -> bookkeeping.post(JournalEntry.Kind.BUDGET, county, "books:" + source, "memo", movements));
    }

    static <T> T as(String area, Callable<T> work) throws Exception {
        var clerk = new Caller("clerk@" + area, "Clerk", Set.of("finance-officer"), Area.ofPrefix(area), null);
        return CallerScope.call(clerk, work::call);
    }

    static Connection owner() throws SQLException {
        var funding = PlatformResource.platform().addresses().database("funding");
        return DriverManager.getConnection(funding.jdbcUrl(), funding.ownerUser(), funding.ownerPassword());
    }

    <T> T read(Callable<T> work) throws Exception {
        return as(code, () -> QuarkusTransaction.requiringNew().call(work));
    }

    AccountKey budget() {
        return AccountKey.budget(county, source, YEAR);
    }

    AccountKey village(int number) {
        return AccountKey.village(county, county + 900_200 + number, source, YEAR);
    }

    Money balance(AccountKey key) throws Exception {
        return read(() -> accounts.find(key).orElseThrow().balance());
    }

    Voucher voucher(AccountKey from, AccountKey to, long yuan, @Nullable String key) {
        return new Voucher(
                county, "by hand", List.of(new Voucher.Transfer(from.id(), to.id(), Money.ofYuan(yuan))), key);
    }

    GroupPosting.Receipt post(Voucher voucher) throws Exception {
        return as(code, () -> posting.post(voucher));
    }

    /** Submits all of them while the county's chain is held, so that they stand in one queue. */
    Told atOnce(List<Voucher> vouchers) throws Exception {
        var told = new Told(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
        List<Thread> officers = new ArrayList<>();
        try (var other = owner();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + county + ")");
            for (var voucher : vouchers) {
                officers.add(Thread.ofVirtual().start(() -> {
                    try {
                        told.receipts.add(post(voucher));
                    } catch (Exception refusal) {
                        told.refusals.add(refusal);
                    }
                }));
            }
            await().until(() -> officers.stream().allMatch(VoucherBooks::isWaiting));
            other.commit();
        }
        for (var officer : officers) {
            officer.join();
        }
        return told;
    }

    /** For its answer: submitting waits for nothing else. */
    static boolean isWaiting(Thread officer) {
        return officer.getState() == Thread.State.WAITING;
    }

    record Told(Queue<GroupPosting.Receipt> receipts, Queue<Exception> refusals) {}
}
