package org.jingzhun.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.testing.Client;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the ledger whatever is done to it, by many at once, and whatever breaks meanwhile. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class LedgerLawsTest {

    private static final int ROUNDS = 3;
    private static final int OFFICERS = 6;
    private static final int ACTS = 25;
    private static final List<String> COUNTIES = List.of("450381", "450383");
    private static int counties;

    @Inject
    GroupPosting posting;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    Journal journal;

    @Inject
    Accounts accounts;

    /** Some of its sessions were ended when their work was done: the next borrower would find that out. */
    @Inject
    AgroalDataSource database;

    /** One that is always the same, and one that never is; the name of the test tells it. */
    static LongStream seeds() {
        return LongStream.of(1, ThreadLocalRandom.current().nextLong(1_000_000));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noFenIsLostOrMadeWhateverHappens(long seed) throws Exception {
        System.out.println("Seed of the ledger's random acts: " + seed);
        var county = new BusyCounty(COUNTIES.get(counties++), posting, bookkeeping, journal);
        SortedMap<Long, String> heads = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            county.work(seed + round, OFFICERS, ACTS);
            database.flush(AgroalDataSource.FlushMode.INVALID);
            var booked = county.reading(() -> journal.list(Area.EVERYWHERE, null, null, Integer.MAX_VALUE));
            numbersHaveNoGapAndThePastStays(booked, heads);
            var entries = booked.stream().map(Journal.Hashed::entry).toList();
            everyAcknowledgedActIsThereOnce(county, entries);
            noBalanceEverSinksBelowItsLimitAndAllAreTheSumsOfTheirPostings(county, entries);
            new Client.County(Long.toString(county.county()).substring(0, 6))
                    .auditor()
                    .get("/v1/ledger/proof")
                    .then()
                    .statusCode(200)
                    .body("holds", equalTo(true))
                    .body("entries", equalTo(entries.size()));
        }
        assertThat(county.crashes()).as("sessions ended while they posted").isPositive();
        assertThat(county.refused()).isNotEmpty();
    }

    private static void numbersHaveNoGapAndThePastStays(List<Journal.Hashed> booked, SortedMap<Long, String> heads) {
        assertThat(booked)
                .extracting(hashed -> hashed.entry().number())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, booked.size()).boxed().toList());
        heads.forEach((number, hash) ->
                assertThat(booked.get((int) (number - 1)).hash()).isEqualTo(hash));
        heads.put((long) booked.size(), booked.getLast().hash());
    }

    private static void everyAcknowledgedActIsThereOnce(BusyCounty county, List<JournalEntry> entries) {
        Map<String, UUID> found = new HashMap<>();
        for (var entry : entries) {
            assertThat(found.put(entry.memo(), entry.id())).as(entry.memo()).isNull();
        }
        county.told()
                .forEach((memo, entry) -> assertThat(found.get(memo)).as(memo).isEqualTo(entry.id()));
        assertThat(found).doesNotContainKeys(county.refused().toArray(String[]::new));
        assertThat(found.keySet())
                .allMatch(memo ->
                        county.told().containsKey(memo) || county.unanswered().contains(memo));
    }

    private void noBalanceEverSinksBelowItsLimitAndAllAreTheSumsOfTheirPostings(
            BusyCounty county, List<JournalEntry> entries) throws Exception {
        var known = county.reading(() -> accounts.mapOfCounty(county.county()));
        Map<UUID, Money> balances = new HashMap<>();
        Map<UUID, JournalEntry> byId = new HashMap<>();
        var given = Money.ZERO;
        for (var entry : entries) {
            byId.put(entry.id(), entry);
            entry.postings().forEach(p -> balances.merge(p.accountId(), p.amount(), Money::plus));
            entry.postings().forEach(p -> {
                var key = keyOf(p, known);
                assertThat(key.kind().neverBelowZero()
                                && balances.getOrDefault(p.accountId(), Money.ZERO)
                                        .isNegative())
                        .as("%s after entry %s", key, entry.number())
                        .isFalse();
            });
            given = given.plus(outside(entry.kind() == JournalEntry.Kind.BUDGET ? entry : null, known));
            var undone = entry.reverses() == null ? null : byId.get(entry.reverses());
            given = given.minus(
                    outside(undone != null && undone.kind() == JournalEntry.Kind.BUDGET ? undone : null, known));
        }
        known.forEach((id, account) ->
                assertThat(account.balance()).as("%s", account).isEqualTo(balances.getOrDefault(id, Money.ZERO)));
        assertThat(known.values().stream()
                        .filter(account -> !account.key().kind().outside())
                        .map(Account::balance)
                        .reduce(Money.ZERO, Money::plus))
                .as("what sources gave and did not take back")
                .isEqualTo(given);
    }

    private static AccountKey keyOf(Posting posting, Map<UUID, Account> known) {
        return Objects.requireNonNull(known.get(posting.accountId()), "account of the county")
                .key();
    }

    /** What an entry brought into the books. */
    private static Money outside(@Nullable JournalEntry entry, Map<UUID, Account> known) {
        return entry == null
                ? Money.ZERO
                : entry.postings().stream()
                        .filter(p -> !keyOf(p, known).kind().outside())
                        .map(Posting::amount)
                        .reduce(Money.ZERO, Money::plus);
    }

    @Test
    void whatIsPostedInAnyOrderAloneOrTogetherLeavesTheSameBalances() throws Exception {
        long seed = ThreadLocalRandom.current().nextLong(1_000_000);
        System.out.println("Seed of the order of vouchers: " + seed);
        var random = new Random(seed);
        List<int[]> moves = new ArrayList<>();
        for (int m = 0; m < 80; m++) {
            int from = random.nextInt(5);
            moves.add(new int[] {from, (from + 1 + random.nextInt(4)) % 5, 1 + random.nextInt(900)});
        }
        var inOrder = new Plain("450382");
        for (var move : moves) {
            inOrder.postAll(List.of(move));
        }
        var mixed = new Plain("450384");
        Collections.shuffle(moves, random);
        var threads = new ArrayList<Thread>();
        for (int first = 0; first < moves.size(); first += 10) {
            var some = moves.subList(first, first + 10);
            threads.add(Thread.ofVirtual().start(() -> mixed.postAll(some)));
        }
        for (var thread : threads) {
            thread.join();
        }
        assertThat(mixed.balances()).isEqualTo(inOrder.balances());
        assertThat(mixed.balances().stream().reduce(Money.ZERO, Money::plus)).isEqualTo(Money.ofFen(5 * Plain.EACH));
    }

    /** A budget and four villages, each with enough for whatever is moved. */
    private final class Plain {

        static final long EACH = 100_000;
        private static final int YEAR = 2016;
        private final Caller clerk;
        private final long county;
        private final List<AccountKey> keys = new ArrayList<>();

        Plain(String code) {
            clerk = new Caller("clerk@" + code, "Clerk", Set.of("finance-officer"), Area.ofPrefix(code), null);
            county = Long.parseLong(code + "000000");
            var source = UUID.randomUUID();
            keys.add(AccountKey.budget(county, source, YEAR));
            for (int v = 1; v <= 4; v++) {
                keys.add(AccountKey.village(county, county + 900_200 + v, source, YEAR));
            }
            var movements = new LinkedHashMap<AccountKey, Money>();
            movements.put(AccountKey.source(county, source, YEAR), Money.ofFen(-5 * EACH));
            keys.forEach(key -> movements.put(key, Money.ofFen(EACH)));
            inTransaction(
                    () -> bookkeeping.post(JournalEntry.Kind.BUDGET, county, "order:" + source, "memo", movements));
        }

        private <T> T inTransaction(Callable<T> work) {
            return CallerScope.call(
                    clerk, () -> QuarkusTransaction.requiringNew().call(work));
        }

        void postAll(List<int[]> moves) {
            var vouchers = moves.stream()
                    .map(move -> new Voucher(
                            county,
                            "moved",
                            List.of(new Voucher.Transfer(
                                    keys.get(move[0]).id(), keys.get(move[1]).id(), Money.ofFen(move[2]))),
                            null))
                    .toList();
            assertThat(CallerScope.call(clerk, () -> posting.postAll(vouchers)))
                    .hasOnlyElementsOfType(GroupPosting.Result.Posted.class);
        }

        List<Money> balances() {
            return inTransaction(() -> {
                var found = accounts.findAll(keys);
                return keys.stream()
                        .map(key -> Objects.requireNonNull(found.get(key)).balance())
                        .toList();
            });
        }
    }
}
