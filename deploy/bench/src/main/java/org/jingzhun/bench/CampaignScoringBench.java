package org.jingzhun.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;
import org.postgresql.PGConnection;

/**
 * All visits of a campaign of a million households scored by another edition, ordered over HTTP from the service as it runs,
 * from the start of the job to its end: answers read, scored, stored with keys and the index of the ranking, put in force.
 * One edition changes the score of every visit, the other that of every eighth. The peers are COPYs of the same score rows,
 * before and after: bare, with the same keys, and the same by two sessions.
 */
final class CampaignScoringBench {

    private static final double LIMIT = 200_000;
    private static final int RUNS = 3;
    private static final double SECOND = 1e9;
    private static final Token OFFICER = Token.of("county-officer", CampaignOfAMillion.COUNTY, "bench");
    private static final Token CHECKER = Token.of("county-officer", CampaignOfAMillion.COUNTY, "checker");

    private final Path directory;
    private final PlatformAddresses.Database address;
    private final Connection database;
    private final Api api;

    private CampaignScoringBench(Path directory, PlatformAddresses.Database address, Connection database, Api api) {
        this.directory = directory;
        this.address = address;
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
                CampaignOfAMillion.make(connection);
                var bench = new CampaignScoringBench(scratch.path(), database, connection, api);
                bench.begin();
                List<Figure> figures = bench.measure();
                service.requireAlive();
                return figures;
            }
        }
    }

    private void begin() {
        ObjectNode plan = api.json()
                .createObjectNode()
                .put("year", 2015)
                .put("county", CampaignOfAMillion.COUNTY)
                .put("scorecard", "GX-2015")
                .put("quotaPersons", CampaignOfAMillion.HOUSEHOLDS)
                .put("pointInTime", "2015-12-01");
        api.put(SuiteService.IDENTIFICATION, OFFICER, "/v1/campaigns/" + CampaignOfAMillion.CAMPAIGN, plan);
        publish("EVERY", 0);
        publish("EIGHTH", 7);
    }

    /** GX-2015 with a point more for houses of this kind and better ones. */
    private void publish(String version, int firstItem) {
        JsonNode card = api.get(SuiteService.IDENTIFICATION, OFFICER, "/v1/scorecards/GX-2015");
        ObjectNode written = api.json().createObjectNode();
        written.put("division", CampaignOfAMillion.COUNTY)
                .put("validFrom", "2015-01-01")
                .put("source", "bench")
                .put("basedOn", "GX-2015")
                .set("categories", card.path("categories"));
        ObjectNode housing = (ObjectNode) written.path("categories").get(0);
        housing.put("maxPoints", housing.path("maxPoints").asInt() + 1);
        for (int item = firstItem; item < housing.path("items").size(); item++) {
            ObjectNode points = (ObjectNode) housing.path("items").get(item);
            points.put("points", points.path("points").asInt() + 1);
        }
        String path = "/v1/scorecards/" + version;
        var unused = api.put(SuiteService.IDENTIFICATION, OFFICER, path, written);
        for (String step : List.of("CHECK", "PUBLISH")) {
            ObjectNode taken = api.json().createObjectNode().put("step", step).put("remark", "bench");
            unused = api.post(SuiteService.IDENTIFICATION, CHECKER, path + "/steps", taken);
        }
    }

    private List<Figure> measure() throws SQLException, IOException, InterruptedException, ExecutionException {
        double first = score("EVERY");
        export();
        var processor = new ProcessorTime(database);
        double bare = copy("", 1);
        double before = processor.seconds();
        double keyed = copy("including all", 1);
        double keyedTime = processor.seconds() - before;
        double byTwo = copy("including all", 2);
        double[] every = new double[RUNS];
        double[] eighth = new double[RUNS];
        before = processor.seconds();
        for (int run = 0; run < RUNS; run++) {
            eighth[run] = score("EIGHTH");
            every[run] = score("EVERY");
        }
        double time = (processor.seconds() - before) / (2 * RUNS);
        Arrays.sort(every);
        Arrays.sort(eighth);
        bare = (bare + copy("", 1)) / 2;
        keyed = (keyed + copy("including all", 1)) / 2;
        byTwo = (byTwo + copy("including all", 2)) / 2;
        String what = "scores of %,d households, ".formatted(CampaignOfAMillion.HOUSEHOLDS);
        return List.of(
                new Figure(what + "first time", first, "scores/s", LIMIT, Figure.AT_LEAST),
                new Figure(what + "all changed", every[RUNS / 2], "scores/s", LIMIT, Figure.AT_LEAST),
                new Figure(what + "every 8th changed", eighth[RUNS / 2], "scores/s", LIMIT, Figure.AT_LEAST),
                new Figure("all changed", every[RUNS / 2], "scores/s", bare, "bare COPY of the scores"),
                new Figure("all changed", every[RUNS / 2], "scores/s", keyed, "COPY with keys and indexes"),
                new Figure(
                        "all changed, processor time",
                        CampaignOfAMillion.HOUSEHOLDS / time,
                        "scores/CPU s",
                        CampaignOfAMillion.HOUSEHOLDS / keyedTime,
                        "COPY with keys and indexes"),
                new Figure("all changed", every[RUNS / 2], "scores/s", byTwo, "the same, two sessions"));
    }

    /** Scores a second, from the start of the job to its end. */
    private double score(String version) {
        ObjectNode order = api.json()
                .createObjectNode()
                .put("scorecard", version)
                .put("reason", "bench")
                .put("documentNumber", "bench");
        JsonNode job = api.postJob(
                SuiteService.IDENTIFICATION,
                OFFICER,
                "/v1/campaigns/" + CampaignOfAMillion.CAMPAIGN + "/scoring",
                order);
        if (job.path("result").path("visits").asInt() != CampaignOfAMillion.HOUSEHOLDS
                || job.path("result").path("changed").asInt() == 0) {
            throw new IllegalStateException("All visits must be scored: " + job);
        }
        long nanoseconds = Duration.between(
                        Instant.parse(job.path("startedAt").asText()),
                        Instant.parse(job.path("finishedAt").asText()))
                .toNanos();
        return CampaignOfAMillion.HOUSEHOLDS / (nanoseconds / SECOND);
    }

    /** The scores in force, in two parts. */
    private void export() throws SQLException, IOException {
        for (int part = 0; part < 2; part++) {
            try (OutputStream out = Files.newOutputStream(part(part))) {
                Stopwatch.sink = database.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "copy (select s.* from score s join campaign_scorecard c using (scoring_id) where village_code %% 2 = %d) to stdout"
                                        .formatted(part),
                                out);
            }
        }
    }

    private Path part(int part) {
        return directory.resolve("score." + part + ".copy");
    }

    /**
     * Rows a second, from the first byte sent to the last commit.
     *
     * @param sessions 1, or 2 with a part each
     */
    private double copy(String including, int sessions)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        try (var statement = database.createStatement()) {
            statement.execute("drop table if exists copied_score");
            statement.execute("create table copied_score (like score " + including + ")");
        }
        long start = System.nanoTime();
        long rows = 0;
        if (sessions == 1) {
            rows = copyPart(database, 0) + copyPart(database, 1);
        } else {
            try (var threads = Executors.newFixedThreadPool(sessions)) {
                List<Callable<Long>> parts = new ArrayList<>(List.of(() -> copyAside(0), () -> copyAside(1)));
                for (var copied : threads.invokeAll(parts)) {
                    rows += copied.get();
                }
            }
        }
        return rows / ((System.nanoTime() - start) / SECOND);
    }

    private long copyAside(int part) throws SQLException, IOException {
        try (var session =
                DriverManager.getConnection(address.jdbcUrl(), address.ownerUser(), address.ownerPassword())) {
            return copyPart(session, part);
        }
    }

    private long copyPart(Connection session, int part) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(part(part))) {
            return session.unwrap(PGConnection.class).getCopyAPI().copyIn("copy copied_score from stdin", in);
        }
    }
}
