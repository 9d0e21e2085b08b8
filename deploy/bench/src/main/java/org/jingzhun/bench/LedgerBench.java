package org.jingzhun.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;

/**
 * Vouchers that all draw on one account, a county's budget, posted through the API by many clients at a time. What is counted
 * is vouchers: each has its own key, answer, entry of two postings, hash and audit record, whether it came in a call of its
 * own or among 250. The peers are the same double entry by as many clients of the same database in plain SQL: into the
 * ledger's own tables with all their rules, and into bare tables where only the row of the busy account is locked.
 */
final class LedgerBench {

    private static final int CLIENTS = 64;
    private static final int VILLAGES = 200;
    private static final long WARM_UP_SECONDS = 25;
    private static final long SECONDS = 10;
    private static final double NANOSECONDS = 1e9;
    private static final int BATCH = 250;
    private static final String VOUCHERS = "vouchers/s";
    private static final double HOT_GOAL = 3_000;
    private static final double PROCESSORS = 2;
    private static final double MICROSECONDS = 1e6;
    private static final String COUNTY = "451031";
    private static final long PLAIN_COUNTY = 451_030_000_000L;
    private static final int YEAR = 2016;

    private final PlatformAddresses.Database database;
    private final RunningService service;
    private final List<UUID> villages = new ArrayList<>();
    private final ObjectMapper json = new ObjectMapper();

    private LedgerBench(PlatformAddresses.Database database, RunningService service) {
        this.database = database;
        this.service = service;
    }

    static List<Figure> run() throws Exception {
        try (Scratch scratch = Scratch.make();
                var platform = PlatformProcess.start(scratch.path(), "funding")) {
            PlatformAddresses addresses = platform.addresses();
            PlatformAddresses.Database database = addresses.database("funding");
            try (var service = RunningService.start("funding-service", database, addresses, scratch.path());
                    var api = service.api(SuiteService.FUNDING)) {
                return new LedgerBench(database, service).compare(api);
            }
        }
    }

    private List<Figure> compare(Api api) throws Exception {
        Token officer = Token.of("finance-officer", COUNTY, "bench");
        UUID source = source(api, officer);
        UUID budget =
                UUID.fromString(api.get(SuiteService.FUNDING, officer, "/v1/accounts?kind=BUDGET&source=" + source)
                        .path("items")
                        .path(0)
                        .path("id")
                        .asText());
        openVillages(source);
        Client voucher = () -> new Vouchers("/v1/journal-entries", 1, budget, officer);
        Client batch = () -> new Vouchers("/v1/journal-entries/batches", BATCH, budget, officer);
        try (var owner = owner()) {
            var processor = new ProcessorTime(owner);
            var vouchers = warmRate(voucher, processor);
            var batches = warmRate(batch, processor);
            PlainSql.prepare(owner, PLAIN_COUNTY, source, YEAR, VILLAGES);
            double sameTables = rate(SECONDS, () -> PlainSql.chained(service(), PLAIN_COUNTY));
            double rowLock = rate(SECONDS, () -> PlainSql.rowLocking(service(), true, VILLAGES));
            double spread = rate(SECONDS, () -> PlainSql.rowLocking(service(), false, VILLAGES));
            requireProof(api);
            service.requireAlive();
            return figures(vouchers, batches, sameTables, rowLock, spread);
        }
    }

    private static List<Figure> figures(
            Measured vouchers, Measured batches, double sameTables, double rowLock, double spread) {
        String one = "a voucher a call, 64 callers";
        String many = "250 vouchers a call, 64 callers";
        return List.of(
                new Figure(one, vouchers.rate(), VOUCHERS, sameTables, "plain SQL, same tables and rules"),
                new Figure(one, vouchers.rate(), VOUCHERS, rowLock, "plain SQL, bare tables, busy row"),
                new Figure(many, batches.rate(), VOUCHERS, HOT_GOAL, "goal"),
                new Figure(many, batches.rate(), VOUCHERS, rowLock, "plain SQL, bare tables, busy row"),
                new Figure(many, batches.rate() / BATCH, "calls/s", vouchers.rate(), "a voucher a call"),
                new Figure("postings of these", 2 * batches.rate(), "postings/s", 2 * rowLock, "busy row"),
                new Figure(
                        "processor time, a voucher a call",
                        vouchers.processor(),
                        "us/voucher",
                        goal(),
                        "two processors at the goal"),
                new Figure(
                        "processor time, 250 vouchers a call",
                        batches.processor(),
                        "us/voucher",
                        goal(),
                        "two processors at the goal"),
                new Figure("plain SQL, bare tables, no busy row", spread, VOUCHERS, rowLock, "busy row"));
    }

    /** What a voucher may cost in all processes, clients too, that two processors post as many as the goal says. */
    private static double goal() {
        return PROCESSORS * MICROSECONDS / HOT_GOAL;
    }

    /**
     * @param rate vouchers a second
     * @param processor microseconds of processor time of service, database and clients a voucher; other programs on the machine
     *     hardly change it
     */
    private record Measured(double rate, double processor) {}

    private static Measured warmRate(Client client, ProcessorTime processor) throws Exception {
        rate(WARM_UP_SECONDS, client);
        double before = processor.seconds();
        double start = System.nanoTime();
        double rate = rate(SECONDS, client);
        double posted = rate * (System.nanoTime() - start) / NANOSECONDS;
        return new Measured(rate, MICROSECONDS * (processor.seconds() - before) / posted);
    }

    private UUID source(Api api, Token officer) {
        var source = json.createObjectNode()
                .put("name", "Bench")
                .put("kind", "SPECIAL_FUND")
                .put("level", "CENTRAL");
        JsonNode recorded =
                api.post(SuiteService.FUNDING, officer, "/v1/sources", source).body();
        String id = recorded.path("id").asText();
        var budget = json.createObjectNode()
                .put("county", COUNTY)
                .put("year", YEAR)
                .put("source", id)
                .put("amount", "1000000000.00")
                .put("documentNumber", "1")
                .put("issuedOn", "2016-01-01");
        api.post(SuiteService.FUNDING, officer, "/v1/budgets", budget);
        return UUID.fromString(id);
    }

    private void openVillages(UUID source) throws SQLException {
        try (var owner = owner();
                var insert = owner.prepareStatement("""
                        insert into account (id, kind, county, division, source_id, year, minimum_fen)
                        select account_id('VILLAGE', c, c + 100200 + v, s, y, null), 'VILLAGE', c, c + 100200 + v, s, y, 0
                        from (select ?::bigint as c, ?::uuid as s, ?::integer as y) k, generate_series(1, ?) v returning id
                        """)) {
            insert.setLong(1, Long.parseLong(COUNTY + "000000"));
            insert.setObject(2, source);
            insert.setInt(3, YEAR);
            insert.setInt(4, VILLAGES);
            try (var ids = insert.executeQuery()) {
                while (ids.next()) {
                    villages.add(ids.getObject(1, UUID.class));
                }
            }
        }
    }

    private static void requireProof(Api api) {
        JsonNode proof = api.get(SuiteService.FUNDING, Token.of("auditor", COUNTY, "bench"), "/v1/ledger/proof");
        if (!proof.path("holds").asBoolean()) {
            throw new IllegalStateException("The ledger must prove: " + proof);
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
    }

    private Connection service() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.appUser(), database.appPassword());
    }

    /** Makes one client's connection. */
    @FunctionalInterface
    interface Client {
        Posting open() throws Exception;
    }

    /** Posts by one call at a time. */
    interface Posting extends AutoCloseable {
        /** @return how many vouchers */
        int post() throws IOException, SQLException;

        @Override
        void close() throws IOException, SQLException;
    }

    private final class Vouchers implements Posting {

        private final KeptConnection connection;
        private final int size;
        private final UUID budget;

        Vouchers(String path, int size, UUID budget, Token officer) throws IOException {
            this.size = size;
            this.budget = budget;
            connection = service.connect(path, officer);
        }

        @Override
        public int post() throws IOException {
            if (size == 1) {
                require(201, connection.post(UUID.randomUUID().toString(), voucher()));
                return 1;
            }
            var batch = IntStream.range(0, size)
                    .mapToObj(v -> "{\"key\": \"" + UUID.randomUUID() + "\", \"voucher\": " + voucher() + "}")
                    .collect(Collectors.joining(", ", "{\"vouchers\": [", "]}"));
            var answer = connection.post(UUID.randomUUID().toString(), batch);
            require(200, answer);
            if (answer.body().contains("\"code\"")) {
                throw new IllegalStateException(answer.toString());
            }
            return size;
        }

        private String voucher() {
            UUID village = villages.get(ThreadLocalRandom.current().nextInt(villages.size()));
            return """
                    {"county": "%s", "memo": "bench", "transfers": [{"from": "%s", "to": "%s", "amount": "1.00"}]}""".formatted(COUNTY, budget, village);
        }

        private static void require(int status, KeptConnection.Answer answer) {
            if (answer.status() != status) {
                throw new IllegalStateException(answer.toString());
            }
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    /** Vouchers a second of all clients together. */
    private static double rate(long seconds, Client client) throws Exception {
        var posted = new AtomicLong();
        Queue<Exception> failures = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        long end = start + seconds * (long) NANOSECONDS;
        List<Thread> clients = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
            clients.add(Thread.ofPlatform().start(() -> {
                try (Posting posting = client.open()) {
                    while (System.nanoTime() < end) {
                        posted.addAndGet(posting.post());
                    }
                } catch (Exception failed) {
                    failures.add(failed);
                }
            }));
        }
        for (Thread thread : clients) {
            thread.join();
        }
        if (!failures.isEmpty()) {
            throw failures.element();
        }
        return posted.get() / ((System.nanoTime() - start) / NANOSECONDS);
    }
}
