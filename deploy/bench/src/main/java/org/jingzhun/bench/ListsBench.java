package org.jingzhun.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;
import org.jspecify.annotations.Nullable;

/**
 * Lists and counts as the officer of the largest county sees them over HTTP, while the database holds a region
 * ({@link RegionRegister}); two clients ask at a time. Then the statistics of the whole region, for its own officer.
 */
final class ListsBench {

    private static final int WARM_UPS = 30;
    private static final int ASKED = 200;
    private static final int REGION_RUNS = 5;
    private static final double LIMIT = 100;
    private static final double MILLISECOND = 1e6;
    private static final String YEAR = "2018";

    private final Api api;
    private final Token officer;

    private ListsBench(Api api, Token officer) {
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
                List<Figure> figures = new ArrayList<>();
                var bench = new ListsBench(api, Token.of("county-officer", county, "bench"));
                for (var question : bench.questions(county).entrySet()) {
                    figures.add(bench.ask(question.getKey(), question.getValue()));
                }
                var region = new ListsBench(api, Token.of("region-officer", "45", "bench"));
                figures.add(region.median("register of the region by county", statistics("register", "45", "COUNTY")));
                figures.add(region.median("causes of the region by county", statistics("causes", "45", "COUNTY")));
                service.requireAlive();
                return figures;
            }
        }
    }

    private Map<String, String> questions(String county) {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("households", "/v1/households");
        questions.put("households, the slice behind", "/v1/households?after=" + next("/v1/households?limit=1000"));
        questions.put("households, a status", "/v1/households?status=RETURNED&division=" + county);
        questions.put("households, a status and a cause", "/v1/households?status=REMOVED&cause=DISASTER");
        questions.put("households, a name", "/v1/households?q=" + encoded("韦大"));
        questions.put("households, a name that nobody has", "/v1/households?q=" + encoded("司马"));
        questions.put("register", "/v1/register");
        questions.put("register, a status", "/v1/register?status=REMOVED");
        questions.put("register, a cause", "/v1/register?cause=DISASTER&status=RETURNED");
        questions.put("exits of a year", "/v1/exits?year=2018");
        questions.put("exits, a stage that none has", "/v1/exits?stage=APPROVED");
        questions.put("count of the register", statistics("register", county, null));
        questions.put("count of the register by township", statistics("register", county, "TOWNSHIP"));
        questions.put("count of causes by township", statistics("causes", county, "TOWNSHIP"));
        questions.put("count of ethnic groups by township", statistics("ethnic-groups", county, "TOWNSHIP"));
        questions.put("incidence by township", statistics("incidence", county, "TOWNSHIP"));
        return questions;
    }

    private static String statistics(String of, String division, @Nullable String by) {
        return "/v1/statistics/" + of + "?division=" + division + "&year=" + YEAR + (by == null ? "" : "&by=" + by);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String next(String path) {
        return encoded(get(path).path("next").asText());
    }

    private JsonNode get(String path) {
        return api.get(SuiteService.IDENTIFICATION, officer, path);
    }

    /** The 99th percentile of the answers to two clients. */
    private Figure ask(String what, String path) throws InterruptedException {
        for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
            get(path);
        }
        double[] milliseconds = new double[ASKED];
        Thread other = Thread.ofPlatform().start(() -> askHalf(path, milliseconds, 0));
        askHalf(path, milliseconds, 1);
        other.join();
        Arrays.sort(milliseconds);
        return new Figure(
                "%s, p99 (p50 %.1f)".formatted(what, milliseconds[ASKED / 2]),
                milliseconds[ASKED * 99 / 100 - 1],
                "ms",
                LIMIT,
                Figure.AT_MOST);
    }

    private void askHalf(String path, double[] milliseconds, int first) {
        for (int asked = first; asked < ASKED; asked += 2) {
            milliseconds[asked] = time(path);
        }
    }

    private double time(String path) {
        long start = System.nanoTime();
        Stopwatch.sink = get(path).size();
        return (System.nanoTime() - start) / MILLISECOND;
    }

    /** No limit is set for it: beside it stands the limit of a county's, of which a region has some hundred. */
    private Figure median(String what, String path) {
        double[] milliseconds = new double[REGION_RUNS];
        for (int run = 0; run < REGION_RUNS; run++) {
            milliseconds[run] = time(path);
        }
        Arrays.sort(milliseconds);
        return new Figure(what + ", median", milliseconds[REGION_RUNS / 2], "ms", LIMIT, "limit of a county");
    }
}
