package org.jingzhun.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.HouseholdToPair;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;
import org.postgresql.PGConnection;

/** The region paired by the running service: read from its database, solved, proven and written; then made to hold. */
final class PairingService {

    private static final Token REGION = Token.of("region-officer", "45", "planner");
    private static final Token HEAD = Token.of("region-officer", "45", "head");
    private static final int HEAP = 3_072;
    private static final int CITY_LIMIT = 15;
    private static final long COUNTY = 1_000_000;
    private static final long CITY = 100_000_000;
    private static final int ROWS_AT_ONCE = 50_000;
    private static final List<String> RANKS =
            List.of("ORDINARY", "DEPUTY_SECTION_HEAD", "SECTION_HEAD", "DEPUTY_DIVISION_HEAD", "DIVISION_HEAD");

    private PairingService() {}

    static void run(Stages stages, RegionPairing region, int secondsLimit, int memoryLimit) throws Exception {
        stages.ended("service: region made up");
        try (Scratch scratch = Scratch.make();
                var platform = PlatformProcess.start(scratch.path(), "pairing")) {
            PlatformAddresses.Database database = platform.addresses().database("pairing");
            try (var service = RunningService.start(
                            "pairing-service", database, platform.addresses(), scratch.path(), HEAP);
                    var connection = DriverManager.getConnection(
                            database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
                    var api = service.api(SuiteService.PAIRING)) {
                stages.ended("service: started");
                settle(connection, region);
                stages.ended("service: region in its database");
                warmUp(api, region, COUNTY);
                stages.ended("service: a county planned, as services that have run for a while have");
                String households = warmUp(api, region, CITY);
                double city = stages.ended("service: a city planned, and thrown away");
                stages.tell(new Figure("city by the service, " + households, city, "s", CITY_LIMIT, Figure.AT_MOST));
                Planned plan = plan(stages, api, service, secondsLimit, memoryLimit);
                requireTheUnpairedListed(api, plan.path(), region);
                activate(stages, api, plan, region);
                stages.tell(new Figure(
                        "most memory with activation", service.mostMemory(), "MB", memoryLimit, Figure.AT_MOST));
            }
        }
    }

    /** The largest division that has enough cadres is planned, and the plan thrown away. */
    private static String warmUp(Api api, RegionPairing region, long width) {
        Map<Long, Long> sizes = region.problem().households().stream()
                .collect(Collectors.groupingBy(household -> household.village() / width, Collectors.counting()));
        sizes.remove(region.shortCounty() / width);
        Map.Entry<Long, Long> largest = Collections.max(sizes.entrySet(), Map.Entry.comparingByValue());
        JsonNode job = api.postJob(
                SuiteService.PAIRING,
                REGION,
                "/v1/pairing-plans",
                new ObjectMapper().createObjectNode().put("division", String.valueOf(largest.getKey())));
        take(api, "/v1/pairing-plans/" + job.path("result").path("planId").asText(), REGION, "DISCARD");
        return "%,d households".formatted(largest.getValue());
    }

    /** Where the plan is, and how many seconds its making took. */
    private record Planned(String path, double took) {}

    private static Planned plan(Stages stages, Api api, RunningService service, int secondsLimit, int memoryLimit)
            throws IOException {
        JsonNode job = api.postJob(
                SuiteService.PAIRING,
                REGION,
                "/v1/pairing-plans",
                new ObjectMapper().createObjectNode().put("division", "45"));
        double took = stages.ended("service: planned, its processor apart");
        JsonNode figures = job.path("result").path("figures");
        if (figures.path("cost").asLong() != figures.path("lowerBound").asLong()) {
            throw new IllegalStateException("The plan must be proven optimal: " + job);
        }
        service.requireAlive();
        stages.tell(
                new Figure("region by the service, read, proven, written", took, "s", secondsLimit, Figure.AT_MOST));
        stages.tell(new Figure("most memory of the service", service.mostMemory(), "MB", memoryLimit, Figure.AT_MOST));
        return new Planned(
                "/v1/pairing-plans/" + job.path("result").path("planId").asText(), took);
    }

    /** A million pairings begin in one transaction, and each is told of. */
    private static void activate(Stages stages, Api api, Planned plan, RegionPairing region) {
        take(api, plan.path(), HEAD, "APPROVE");
        stages.ended("service: unpaired listed, approved");
        JsonNode active = take(api, plan.path(), HEAD, "ACTIVATE");
        double took = stages.ended("service: activated, its processor apart");
        long expected = region.problem().households().size() - region.beyondThePlaces();
        if (active.path("newPairings").asLong() != expected) {
            throw new IllegalStateException("%d pairings must begin, not %s".formatted(expected, active));
        }
        stages.tell(new Figure("activation, %,d pairings".formatted(expected), took, "s", plan.took(), "the planning"));
    }

    private static JsonNode take(Api api, String plan, Token who, String step) {
        return api.post(
                        SuiteService.PAIRING,
                        who,
                        plan + "/steps",
                        new ObjectMapper().createObjectNode().put("step", step))
                .body();
    }

    private static void requireTheUnpairedListed(Api api, String plan, RegionPairing region) {
        long[] listed = {0};
        api.eachRow(SuiteService.PAIRING, REGION, plan + "/unpaired", row -> {
            if (!row.path("reason").asText().equals("QUOTAS_EXHAUSTED")) {
                throw new IllegalStateException("The places of the county must be taken: " + row);
            }
            listed[0]++;
        });
        if (listed[0] != region.beyondThePlaces()) {
            throw new IllegalStateException(
                    "%d must be unpaired, not %d".formatted(region.beyondThePlaces(), listed[0]));
        }
    }

    private static void settle(Connection connection, RegionPairing region) throws SQLException, IOException {
        copy(
                connection,
                "observed_household (id, village_code, hamlet, householder, persons, status, main_cause, other_causes,"
                        + " ethnicity, revision)",
                region.problem().households(),
                PairingService::line);
        copy(connection, "unit (id, name, level, division, seat)", region.units(), unit -> "%s,Unit,COUNTY,%d,%d"
                .formatted(unit.id(), unit.area(), unit.seat()));
        copy(
                connection,
                "link (id, kind, unit_id, division, since)",
                region.units(),
                unit -> "%s,UNIT_VILLAGE,%s,%d,2015-10-01".formatted(unit.id(), unit.id(), unit.village()));
        List<HelperToPair> helpers = region.problem().helpers();
        List<Integer> numbers = IntStream.range(0, helpers.size()).boxed().toList();
        copy(
                connection,
                "helper (id, name, unit_id, post, rank, skills, home_village, ethnicity, division)",
                numbers,
                number -> line(
                        helpers.get(number), region.unitOfHelper().get(number).toString()));
        try (var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private static String line(HouseholdToPair household) {
        return "%s,%d,%s,户主,4,%s,%s,\"{%s}\",%s,1"
                .formatted(
                        household.id(),
                        household.village(),
                        household.hamlet(),
                        household.poor() ? "POOR" : "EXITED",
                        household.mainCause(),
                        household.otherCauses().stream().map(Enum::name).collect(Collectors.joining(",")),
                        household.ethnicity());
    }

    private static String line(HelperToPair helper, String unit) {
        return "%s,Helper,%s,科员,%s,\"{%s}\",%s,%s,%d"
                .formatted(
                        helper.id(),
                        unit,
                        RANKS.get(helper.quota() - 4),
                        helper.skills().stream().map(Enum::name).collect(Collectors.joining(",")),
                        helper.homeVillage() == null ? "" : helper.homeVillage(),
                        helper.ethnicity(),
                        helper.area());
    }

    private static <T> void copy(Connection connection, String table, List<T> rows, Function<T, String> line)
            throws SQLException, IOException {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            String text = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)).stream()
                    .map(line)
                    .collect(Collectors.joining("\n"));
            Stopwatch.sink = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format csv)", new StringReader(text));
        }
    }
}
