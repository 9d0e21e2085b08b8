package org.jingzhun.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;

/**
 * The whole ranking of a county of 130,000 assessed households over HTTP, and its line, while the database holds a region
 * ({@link RegionRegister}).
 */
final class RankingBench {

    private static final int HOUSEHOLDS = 130_000;
    private static final int RUNS = 7;
    private static final double LIMIT = 2_000;
    private static final double MILLISECOND = 1e6;
    private static final UUID CAMPAIGN = UUID.fromString("01930000-0000-7000-8000-000000000001");

    /** The county gets as many households as are to be assessed, if it has fewer. */
    private static final String TOP_UP = """
            insert into household (id, village_code, hamlet, address, householder, persons, labourers)
            select uuidv7(), (array(select code from division where level = 'VILLAGE' and code / 1000000 = {{county}}
                                    order by code))[1 + g % {{villages}}],
                   '屯', '址' || g, '韦' || g, 1 + g % 8, 0
            from generate_series(1, {{more}}) g
            """;

    private static final String ASSESSMENTS = """
            insert into assessment (id, household_id, village_code, campaign_id, round, scorecard, answers_low,
              answers_high, score, visited_on, assessors, signed_by, main_cause)
            select uuidv7(), id, village_code, '{{campaign}}', 'FIRST_VISIT', 'GX-2015', 0, 0,
              20 + abs(hashtext(id::text)) % 80, '2015-11-01', array['甲', '乙'], '丙', 'ILLNESS'
            from household where village_code / 1000000 = {{county}} order by random() limit {{households}}
            """;

    private final Api api;
    private final Token officer;

    private RankingBench(Api api, Token officer) {
        this.api = api;
        this.officer = officer;
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
                RegionRegister.make(connection);
                String county = RegionRegister.largestCounty(connection);
                var bench = new RankingBench(api, Token.of("county-officer", county, "bench"));
                bench.begin(connection, county);
                long first = bench.rank();
                if (first != HOUSEHOLDS) {
                    throw new IllegalStateException("The ranking must have " + HOUSEHOLDS + " rows: " + first);
                }
                double line = median(bench::drawLine);
                double ranking = median(bench::rank);
                String round = "/v1/rounds/" + bench.anyRound();
                double slice = median(() -> bench.read(round + "/candidates?limit=50", "items"));
                double replay = median(() -> bench.read(round + "/replay", "differences"));
                service.requireAlive();
                return List.of(
                        new Figure("line of a county of 130,000 households", line, "ms", LIMIT, Figure.AT_MOST),
                        new Figure("its whole ranking as NDJSON", ranking, "ms", LIMIT, Figure.AT_MOST),
                        new Figure("fifty candidates of one village of it", slice, "ms", ranking, "its whole ranking"),
                        new Figure("a village's round made anew", replay, "ms", ranking, "its whole ranking"));
            }
        }
    }

    private void begin(Connection database, String county) throws SQLException {
        try (var statement = database.createStatement()) {
            try (var row = statement.executeQuery("select count(*) filter (where h.id is not null),"
                    + " count(distinct d.code) from division d left join household h on h.village_code = d.code"
                    + " where d.level = 'VILLAGE' and d.code / 1000000 = " + county)) {
                row.next();
                int more = HOUSEHOLDS - row.getInt(1);
                String villages = row.getString(2);
                try (var topUp = database.createStatement()) {
                    topUp.execute(TOP_UP.replace("{{county}}", county)
                            .replace("{{villages}}", villages)
                            .replace("{{more}}", Integer.toString(more)));
                }
            }
        }
        JsonNode plan = api.json()
                .createObjectNode()
                .put("year", 2015)
                .put("county", county)
                .put("scorecard", "GX-2015")
                .put("quotaPersons", HOUSEHOLDS / 2)
                .put("pointInTime", "2015-10-31");
        api.put(SuiteService.IDENTIFICATION, officer, "/v1/campaigns/" + CAMPAIGN, plan);
        try (var statement = database.createStatement()) {
            statement.execute(ASSESSMENTS
                    .replace("{{county}}", county)
                    .replace("{{campaign}}", CAMPAIGN.toString())
                    .replace("{{households}}", Integer.toString(HOUSEHOLDS)));
            statement.execute("update round set stage = 'VISITED' where campaign_id = '" + CAMPAIGN + "'");
            statement.execute("update campaign set screened_at = now() where id = '" + CAMPAIGN + "'");
            statement.execute("vacuum analyze household, assessment, round");
        }
    }

    private long drawLine() {
        return api.post(
                        SuiteService.IDENTIFICATION,
                        officer,
                        "/v1/campaigns/" + CAMPAIGN + "/line",
                        api.json().createObjectNode())
                .body()
                .path("score")
                .asLong();
    }

    /** Rows, each read as JSON. */
    private long rank() {
        var rows = new AtomicLong();
        api.eachRow(
                SuiteService.IDENTIFICATION,
                officer,
                "/v1/campaigns/" + CAMPAIGN + "/ranking",
                row -> rows.incrementAndGet());
        return rows.get();
    }

    private String anyRound() {
        return api.get(SuiteService.IDENTIFICATION, officer, "/v1/rounds?campaign=" + CAMPAIGN + "&limit=1")
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    /** Members of an array of the answer. */
    private long read(String path, String array) {
        return api.get(SuiteService.IDENTIFICATION, officer, path).path(array).size();
    }

    private interface Asking {
        long ask();
    }

    private static double median(Asking asking) {
        double[] milliseconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            Stopwatch.sink = asking.ask();
            milliseconds[run] = (System.nanoTime() - start) / MILLISECOND;
        }
        Arrays.sort(milliseconds);
        return milliseconds[RUNS / 2];
    }
}
