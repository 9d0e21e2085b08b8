package org.jingzhun.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;
import org.postgresql.PGConnection;

/**
 * Subsidy payments of a whole county, through the public interface of funding-service as it runs: drawn up, checked, approved,
 * prepared as one batch and posted; then the bank's results, which are settled in the ledger and told to the other services. The
 * peer is a bare COPY of the same payables and payments, in the same run. {@code -Dpayments=100000} takes another number.
 */
final class PaymentsBench {

    private static final int PAYMENTS = Integer.getInteger("payments", 450_000);
    private static final String COUNTY = "451031";
    private static final String BENEFIT = "INDUSTRY_SUPPORT";
    private static final int LIMIT_SECONDS = 60;
    private static final int OF_A_VILLAGE = 1_500;
    private static final double SECOND = 1e9;
    private static final Token AUTHOR = Token.of("finance-officer", COUNTY, "author");
    private static final Token CHECKER = Token.of("finance-officer", COUNTY, "checker");
    private static final Token HEAD = Token.of("county-officer", COUNTY, "head");
    private static final List<String> TABLES = List.of("payable", "payment");
    private static final SuiteService FUNDING = SuiteService.FUNDING;

    private final Path directory;
    private final Connection database;
    private final Api api;
    private final ObjectMapper json = new ObjectMapper();

    private PaymentsBench(Path directory, Connection database, Api api) {
        this.directory = directory;
        this.database = database;
        this.api = api;
    }

    static List<Figure> run() throws Exception {
        try (Scratch scratch = Scratch.make();
                var platform = PlatformProcess.start(scratch.path(), "funding")) {
            PlatformAddresses.Database database = platform.addresses().database("funding");
            try (var service = RunningService.start("funding-service", database, platform.addresses(), scratch.path());
                    var connection = DriverManager.getConnection(
                            database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
                    var api = service.api(FUNDING)) {
                var bench = new PaymentsBench(scratch.path(), connection, api);
                var figures = bench.measure();
                service.requireAlive();
                return figures;
            }
        }
    }

    private List<Figure> measure() throws SQLException, IOException {
        settle();
        Path claims = claims(source());
        long start = System.nanoTime();
        requireAll(api.importFile(FUNDING, AUTHOR, "kind=benefit-claims", claims), "inserted");
        double claimed = seconds(start);

        start = System.nanoTime();
        String order = approved();
        double decided = seconds(start);
        long preparing = System.nanoTime();
        String batch = prepared(order);
        double prepared = seconds(preparing);
        Path results = results(batch);
        long settling = System.nanoTime();
        requireAll(api.importFile(FUNDING, AUTHOR, "kind=payment-results&batch=" + batch, results), "updated");
        double settled = seconds(settling);
        if (!api.get(FUNDING, AUTHOR, "/v1/ledger/proof").path("holds").asBoolean()) {
            throw new IllegalStateException("The ledger must prove");
        }
        double copied = copy();
        double all = decided + prepared + settled;
        return List.of(
                new Figure("claims checked and due", claimed, "s", copied, "bare COPY of the rows"),
                new Figure("drawn up, checked line by line, approved", decided, "s", copied, "bare COPY of the rows"),
                new Figure("checked again, prepared and posted", prepared, "s", copied, "bare COPY of the rows"),
                new Figure("bank's results settled and published", settled, "s", copied, "bare COPY of the rows"),
                new Figure("all from the order to the last event", all, "s", LIMIT_SECONDS, Figure.AT_MOST),
                new Figure("all from the order to the last event", all, "s", copied, "bare COPY of the rows"));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / SECOND;
    }

    private static void requireAll(JsonNode job, String what) {
        if (job.path("result").path(what).asLong() != PAYMENTS) {
            throw new IllegalStateException("All " + PAYMENTS + " rows must be " + what + ": " + job);
        }
    }

    /** Poor households, as identification told them. */
    private void settle() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    insert into observed_household (id, village_code, persons, status, revision)
                    select cast(lpad(to_hex(g), 32, '0') as uuid), 451031100201 + g / %d, 4, 'POOR', 1
                    from generate_series(1, %d) g""".formatted(OF_A_VILLAGE, PAYMENTS));
            statement.execute("analyze observed_household");
        }
    }

    private String source() {
        ObjectNode source = json.createObjectNode();
        source.put("name", "产业奖补资金").put("kind", "SPECIAL_FUND").put("level", "CENTRAL");
        String id = api.post(FUNDING, AUTHOR, "/v1/sources", source)
                .body()
                .path("id")
                .asText();
        ObjectNode budget = json.createObjectNode();
        budget.put("county", COUNTY)
                .put("year", 2016)
                .put("source", id)
                .put("amount", "10000000000.00")
                .put("documentNumber", "文1")
                .put("issuedOn", "2016-03-01");
        var unused = api.post(FUNDING, AUTHOR, "/v1/budgets", budget);
        return id;
    }

    private Path claims(String source) throws IOException {
        Path file = directory.resolve("claims.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int g = 1; g <= PAYMENTS; g++) {
                out.write("""
                        {"id":"00000000-0000-7000-8000-%012x","householdId":"00000000-0000-0000-0000-%012x",\
                        "benefit":"%s","from":"2016-01-01","to":"2016-12-31","amount":"%d.50","source":"%s","year":2016,\
                        "basis":"产业奖补 第%d批"}
                        """.formatted(g, g, BENEFIT, 500 + g % 1000, source, g % 20));
            }
        }
        return file;
    }

    /** Drawn up, checked and approved by three people. */
    private String approved() {
        ObjectNode draft = json.createObjectNode();
        draft.put("county", COUNTY).put("benefit", BENEFIT).put("year", 2016).put("purpose", "产业奖补");
        String order = api.post(FUNDING, AUTHOR, "/v1/disbursements", draft)
                .body()
                .path("id")
                .asText();
        step(order, CHECKER, "CHECK");
        step(order, HEAD, "APPROVE");
        return order;
    }

    private void step(String order, Token person, String step) {
        var unused = api.post(
                FUNDING,
                person,
                "/v1/disbursements/" + order + "/steps",
                json.createObjectNode().put("step", step));
    }

    private String prepared(String order) {
        ObjectNode request = json.createObjectNode();
        request.putArray("disbursements").add(order);
        JsonNode job = api.postJob(FUNDING, AUTHOR, "/v1/payment-batches", request);
        requireAll(job, "payments");
        return job.path("result").path("batchId").asText();
    }

    /** What the bank answers: each payment of its file arrived. */
    private Path results(String batch) throws IOException {
        Path file = directory.resolve("results.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            api.eachRow(FUNDING, AUTHOR, "/v1/payment-batches/" + batch + "/file", row -> {
                try {
                    out.write("""
                            {"paymentId":"%s","amount":"%s","result":"PAID","on":"2016-10-12"}
                            """.formatted(
                            row.path("paymentId").asText(), row.path("amount").asText()));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
        return file;
    }

    /** Seconds of a COPY of all payables and payments into tables with the same columns. */
    private double copy() throws SQLException, IOException {
        for (String table : TABLES) {
            try (OutputStream out = Files.newOutputStream(directory.resolve(table + ".copy"));
                    var statement = database.createStatement()) {
                database.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
                statement.execute("create table copied_%s (like %s)".formatted(table, table));
            }
        }
        long start = System.nanoTime();
        for (String table : TABLES) {
            try (InputStream in = Files.newInputStream(directory.resolve(table + ".copy"))) {
                database.unwrap(PGConnection.class).getCopyAPI().copyIn("copy copied_" + table + " from stdin", in);
            }
        }
        return seconds(start);
    }
}
