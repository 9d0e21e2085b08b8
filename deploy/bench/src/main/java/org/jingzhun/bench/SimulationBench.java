package org.jingzhun.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jingzhun.identification.scorecard.ShippedScorecards;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A what-if simulation over a whole region, ordered over HTTP from identification-service, running as it is with a heap of 448 MB:
 * two scorecards, two quotas, lines, villages and movers, from the start of the job to its end. The peer is a bare COPY
 * of the same answers out of the same database. {@code -Dhouseholds=4900000} takes another number than a million.
 */
final class SimulationBench {

    private static final int HOUSEHOLDS = Integer.getInteger("households", 1_000_000);
    private static final int HOUSEHOLDS_OF_A_VILLAGE = 300;
    private static final int VILLAGES_OF_A_TOWNSHIP = 20;
    private static final int TOWNSHIPS_OF_A_COUNTY = 10;
    private static final int COUNTIES_OF_A_CITY = 80;
    private static final int SHEETS = 10_000;
    private static final int ROWS_AT_ONCE = 2_000;
    private static final int RUNS = 3;
    private static final double SECONDS_A_MILLION = 3;
    private static final double MILLION = 1e6;
    private static final double NANOSECONDS = 1e9;
    private static final Token REGION = Token.of("region-officer", "45", "bench");
    private static final String ANSWERS =
            "copy (select household_id, village_code, answers_low, answers_high from assessment) to stdout (format binary)";

    private final Connection database;
    private final Api api;
    private long persons;

    private SimulationBench(Connection database, Api api) {
        this.database = database;
        this.api = api;
    }

    static List<Figure> run() throws Exception {
        try (Scratch scratch = Scratch.make();
                var platform = PlatformProcess.start(scratch.path(), "identification")) {
            PlatformAddresses addresses = platform.addresses();
            PlatformAddresses.Database database = addresses.database("identification");
            try (var service = RunningService.start("identification-service", database, addresses, scratch.path());
                    var connection = DriverManager.getConnection(
                            database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
                    var api = service.api(SuiteService.IDENTIFICATION)) {
                var bench = new SimulationBench(connection, api);
                bench.load();
                double simulated = bench.simulate();
                double copied = bench.copyOut();
                service.requireAlive();
                return List.of(
                        new Figure(
                                "simulation over %,d households".formatted(HOUSEHOLDS),
                                simulated,
                                "s",
                                SECONDS_A_MILLION * HOUSEHOLDS / MILLION,
                                Figure.AT_MOST),
                        new Figure(
                                "the same a second",
                                HOUSEHOLDS / simulated,
                                "households/s",
                                HOUSEHOLDS / copied,
                                "bare COPY of the answers"));
            }
        }
    }

    private void load() throws SQLException, IOException {
        try (var statement = database.createStatement()) {
            // The rows are sound by construction; checking each against three other tables is not what is measured.
            statement.execute("""
                    do $$ declare c record; begin
                      for c in select conrelid::regclass as owner, conname from pg_constraint
                               where contype = 'f' and conrelid in ('assessment'::regclass, 'household'::regclass) loop
                        execute format('alter table %s drop constraint %I', c.owner, c.conname);
                      end loop;
                    end $$""");
            // No simulation reads the scores that stand beside the visits.
            statement.execute("alter table assessment disable trigger user");
            statement.execute("drop index assessment_by_household");
        }
        divisions();
        rows(
                "copy household (id, village_code, hamlet, address, householder, persons, labourers) from stdin",
                (row, text) -> {
                    text.append(householdId(row)).append('\t').append(village(row));
                    text.append("\t屯\t址\t户\t").append(personsOf(row)).append("\t0\n");
                });
        long[] low = new long[SHEETS];
        long[] high = new long[SHEETS];
        int[] scores = new int[SHEETS];
        sheets(low, high, scores);
        rows(
                "copy assessment (id, household_id, village_code, campaign_id, round, scorecard, answers_low,"
                        + " answers_high, score, visited_on, assessors, signed_by, main_cause) from stdin",
                (row, text) -> {
                    int sheet = (int) ((row * 2_654_435_761L & 0xffffffffL) % SHEETS);
                    text.append(assessmentId(row)).append('\t').append(householdId(row));
                    text.append('\t').append(village(row)).append('\t').append(campaign(county(row)));
                    text.append("\tFIRST_VISIT\tGX-2015\t")
                            .append(low[sheet])
                            .append('\t')
                            .append(high[sheet]);
                    text.append('\t').append(scores[sheet]).append("\t2015-12-01\t{甲,乙}\t户\tILLNESS\n");
                });
        for (int row = 0; row < HOUSEHOLDS; row++) {
            persons += personsOf(row);
        }
        try (var statement = database.createStatement()) {
            statement.execute("vacuum analyze household");
            statement.execute("vacuum analyze assessment");
        }
    }

    private void divisions() throws SQLException {
        int counties = county(HOUSEHOLDS - 1L) + 1;
        try (var statement = database.createStatement()) {
            statement.execute("insert into division (code, name, level, valid_from)"
                    + " values (450000000000, '广西', 'PROVINCE', '2010-01-01')");
            for (int county = 0; county < counties; county++) {
                long code = countyCode(county);
                String campaign = campaign(county);
                statement.addBatch(
                        "insert into division (code, name, level, parent, valid_from) select %d, '市', 'CITY', 450000000000, '2010-01-01' on conflict do nothing"
                                .formatted(code / 100_000_000 * 100_000_000));
                statement.addBatch(
                        "insert into division (code, name, level, parent, valid_from) values (%d, '县', 'COUNTY', %d, '2010-01-01')"
                                .formatted(code, code / 100_000_000 * 100_000_000));
                statement.addBatch(
                        "insert into division (code, name, level, parent, valid_from) select %d + t * 1000, '乡', 'TOWNSHIP', %d, '2010-01-01' from generate_series(100, %d) t"
                                .formatted(code, code, 99 + TOWNSHIPS_OF_A_COUNTY));
                statement.addBatch(
                        "insert into division (code, name, level, parent, valid_from) select %d + t * 1000 + v, '村', 'VILLAGE', %d + t * 1000, '2010-01-01' from generate_series(100, %d) t, generate_series(1, %d) v"
                                .formatted(code, code, 99 + TOWNSHIPS_OF_A_COUNTY, VILLAGES_OF_A_TOWNSHIP));
                statement.addBatch("insert into campaign_scorecard (campaign_id, scorecard) values ('%s', 'GX-2015')"
                        .formatted(campaign));
                statement.addBatch(
                        "insert into campaign (id, year, county, scorecard, veto_list, quota_persons, point_in_time, notice_days, notice_policy) select '%s', 2015, %d, 'GX-2015', 'GX-2015', 1000, '2015-12-01', 7, min(id) from policy"
                                .formatted(campaign, code));
            }
            statement.executeBatch();
        }
    }

    /** Answers of one item a category, as they come. */
    private static void sheets(long[] low, long[] high, int[] scores) {
        ScoreTable table = ShippedScorecards.get("GX-2015").table();
        var random = new SplittableRandom(42);
        for (int sheet = 0; sheet < SHEETS; sheet++) {
            AnswerSheet answers = ScoringBench.sheet(table, random);
            low[sheet] = answers.low();
            high[sheet] = answers.high();
            scores[sheet] = table.score(low[sheet], high[sheet]);
        }
    }

    /** Writes one row. */
    @FunctionalInterface
    private interface RowWriter {

        void write(long row, StringBuilder text);
    }

    private void rows(String copy, RowWriter writer) throws SQLException {
        CopyIn in = database.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        var text = new StringBuilder();
        for (long row = 0; row < HOUSEHOLDS; row++) {
            writer.write(row, text);
            if ((row + 1) % ROWS_AT_ONCE == 0 || row + 1 == HOUSEHOLDS) {
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                in.writeToCopy(bytes, 0, bytes.length);
                text.setLength(0);
            }
        }
        in.endCopy();
    }

    private static UUID householdId(long row) {
        return new UUID(0x0190_0000_0000_7000L + (row << 16), 0x8000_0000_0000_0000L + row);
    }

    private static UUID assessmentId(long row) {
        return new UUID(0x0191_0000_0000_7000L + (row << 16), 0x8000_0000_0000_0000L + row);
    }

    private static String campaign(int county) {
        return new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0000L + county).toString();
    }

    private static int personsOf(long row) {
        return (int) (1 + row * 7 % 8);
    }

    private static int county(long row) {
        return (int) (row / HOUSEHOLDS_OF_A_VILLAGE / VILLAGES_OF_A_TOWNSHIP / TOWNSHIPS_OF_A_COUNTY);
    }

    private static long countyCode(int county) {
        return 450_000_000_000L
                + (1 + county / COUNTIES_OF_A_CITY) * 100_000_000L
                + (1 + county % COUNTIES_OF_A_CITY) * 1_000_000L;
    }

    private static long village(long row) {
        long village = row / HOUSEHOLDS_OF_A_VILLAGE;
        return countyCode(county(row))
                + (100 + village / VILLAGES_OF_A_TOWNSHIP % TOWNSHIPS_OF_A_COUNTY) * 1000
                + 1
                + village % VILLAGES_OF_A_TOWNSHIP;
    }

    /** Median of the seconds from the start of the job to its end. */
    private double simulate() {
        ObjectNode card = api.json().createObjectNode();
        card.put("division", "45")
                .put("validFrom", "2016-01-01")
                .put("source", "bench")
                .put("basedOn", "GX-2015");
        var unused = api.put(SuiteService.IDENTIFICATION, REGION, "/v1/scorecards/BENCH", card);
        ObjectNode order = api.json().createObjectNode();
        order.put("baseline", "GX-2015")
                .put("division", "45")
                .put("quota", persons * 20 / 100)
                .put("baselineQuota", persons * 18 / 100);
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            JsonNode job = api.postJob(SuiteService.IDENTIFICATION, REGION, "/v1/scorecards/BENCH/simulations", order);
            if (job.path("result").path("all").path("households").asInt() != HOUSEHOLDS) {
                throw new IllegalStateException("All households must be simulated: " + job);
            }
            seconds[run] = Duration.between(
                                    Instant.parse(job.path("startedAt").asText()),
                                    Instant.parse(job.path("finishedAt").asText()))
                            .toNanos()
                    / NANOSECONDS;
        }
        Arrays.sort(seconds);
        return seconds[RUNS / 2];
    }

    private double copyOut() throws SQLException, IOException {
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            Stopwatch.sink =
                    database.unwrap(PGConnection.class).getCopyAPI().copyOut(ANSWERS, OutputStream.nullOutputStream());
            seconds[run] = (System.nanoTime() - start) / NANOSECONDS;
        }
        Arrays.sort(seconds);
        return seconds[RUNS / 2];
    }
}
