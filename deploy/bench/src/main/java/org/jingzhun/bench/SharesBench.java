package org.jingzhun.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
 * A plan for as many receivers as the region has poor households, through the public interface of funding-service as it
 * runs: inputs read, divided, and every share stored with what explains it. The peer is a bare COPY of the same rows, in the
 * same run. {@code -Dshares=100000} takes another number.
 */
final class SharesBench {

    private static final int SHARES = Integer.getInteger("shares", 1_258_000);
    private static final String CITY = "4510";
    private static final String TABLE = "allocation_share";
    private static final double SECOND = 1e9;
    private static final Token AUTHOR = Token.of("finance-officer", CITY, "author");
    private static final SuiteService FUNDING = SuiteService.FUNDING;

    private final Path directory;
    private final Connection database;
    private final Api api;
    private final ObjectMapper json = new ObjectMapper();

    private SharesBench(Path directory, Connection database, Api api) {
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
                var figures = new SharesBench(scratch.path(), connection, api).measure();
                service.requireAlive();
                return figures;
            }
        }
    }

    private List<Figure> measure() throws SQLException, IOException {
        receivers();
        String plan = plan();
        long start = System.nanoTime();
        JsonNode job =
                api.postJob(FUNDING, AUTHOR, "/v1/allocation-plans/" + plan + "/computation", json.createObjectNode());
        double stored = seconds(start);
        if (!job.path("state").asText().equals("SUCCEEDED")) {
            throw new IllegalStateException("The plan must be computed: " + job);
        }
        requireAll(plan);
        return List.of(new Figure(
                "%,d shares computed and stored".formatted(SHARES), stored, "s", copy(), "bare COPY of the rows"));
    }

    private void receivers() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    insert into observed_division (code, name, level, valid_from, poor_village, households, persons, revision)
                    select %s00000000 + g, '村' || g, 'VILLAGE', date '2014-01-01', true, 1 + g %% 7, 1 + g %% 31, 1
                    from generate_series(1, %d) g;
                    analyze observed_division
                    """.formatted(CITY, SHARES));
        }
    }

    private String plan() {
        ObjectNode source = json.createObjectNode()
                .put("name", "Bench")
                .put("kind", "SPECIAL_FUND")
                .put("level", "CENTRAL");
        String id = api.post(FUNDING, AUTHOR, "/v1/sources", source)
                .body()
                .path("id")
                .asText();
        var unused = api.post(
                FUNDING,
                AUTHOR,
                "/v1/budgets",
                ofTheCity(id).put("documentNumber", "1").put("issuedOn", "2016-01-01"));
        ObjectNode plan = ofTheCity(id).put("mode", "FACTOR");
        var parameters = plan.putObject("parameters").put("level", "VILLAGE").put("floor", "100.00");
        var factors = parameters.putArray("factors");
        factors.addObject().put("factor", "RURAL_PERSONS").put("weight", "0.7");
        factors.addObject().put("factor", "RURAL_HOUSEHOLDS").put("weight", "0.3");
        return api.post(FUNDING, AUTHOR, "/v1/allocation-plans", plan)
                .body()
                .path("id")
                .asText();
    }

    private ObjectNode ofTheCity(String source) {
        return json.createObjectNode()
                .put("county", CITY + "00")
                .put("source", source)
                .put("year", 2016)
                .put("amount", "6000000000.00");
    }

    private void requireAll(String plan) throws SQLException {
        try (var query = database.prepareStatement(
                "select count(*), sum(amount_fen) from allocation_share where plan_id = ?::uuid")) {
            query.setString(1, plan);
            try (var rows = query.executeQuery()) {
                rows.next();
                if (rows.getInt(1) != SHARES || rows.getLong(2) != 600_000_000_000L) {
                    throw new IllegalStateException(
                            "Shares (" + rows.getInt(1) + ", " + rows.getLong(2) + " fen) must be all and add up.");
                }
            }
        }
    }

    private double copy() throws SQLException, IOException {
        Path file = directory.resolve(TABLE + ".copy");
        try (OutputStream out = Files.newOutputStream(file);
                var statement = database.createStatement()) {
            database.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + TABLE + " to stdout", out);
            statement.execute("create table copied (like %s)".formatted(TABLE));
        }
        long start = System.nanoTime();
        try (InputStream in = Files.newInputStream(file)) {
            database.unwrap(PGConnection.class).getCopyAPI().copyIn("copy copied from stdin", in);
        }
        return seconds(start);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / SECOND;
    }
}
