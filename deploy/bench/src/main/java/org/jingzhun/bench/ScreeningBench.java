package org.jingzhun.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;

/**
 * The matching of a million persons of a county with a million records of four departments by the keyed hash of their id
 * numbers, ordered over HTTP from identification-service: coverage, matching, exceptions, flags, from the start of the job
 * to its end. Each run is of a campaign of its own, so that all flags are raised anew. The peer is a bare hash join of the
 * same rows in the same database, counted and nothing kept.
 */
final class ScreeningBench {

    private static final int PERSONS = 1_000_000;
    private static final int RECORDS = 1_000_000;
    private static final int MATCHES = 40_000;
    private static final int RUNS = 3;
    private static final double SECONDS_AT_MOST = 60;
    private static final double NANOSECONDS = 1e9;
    private static final Token REGION = Token.of("region-officer", "45", "bench");
    private static final String COUNT_OF_MATCHES = """
            select count(*) from asset_record r join member m on m.id_hash = r.id_hash
            where m.village_code between 451030000000 and 451030999999
            """;

    private final Connection database;
    private final Api api;

    private ScreeningBench(Connection database, Api api) {
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
                var bench = new ScreeningBench(connection, api);
                bench.load();
                double joined = bench.join();
                double screened = bench.screen();
                service.requireAlive();
                return List.of(
                        new Figure("screening of 1 million persons", screened, "s", SECONDS_AT_MOST, Figure.AT_MOST),
                        new Figure(
                                "the same a second",
                                PERSONS / screened,
                                "persons/s",
                                PERSONS / joined,
                                "bare hash join of the same rows"));
            }
        }
    }

    /** The rows are sound by construction; checking each against other tables is not what is measured. */
    private void load() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("alter table member disable trigger member_arrived");
            statement.execute("""
                    insert into division (code, name, level, parent, valid_from) values
                      (450000000000, '广西', 'PROVINCE', null, '2010-01-01'),
                      (451000000000, '百色', 'CITY', 450000000000, '2010-01-01'),
                      (451030000000, '西林', 'COUNTY', 451000000000, '2010-01-01'),
                      (451030100000, '镇', 'TOWNSHIP', 451030000000, '2010-01-01')""");
            statement.execute("""
                    insert into division (code, name, level, parent, valid_from, persons)
                    select 451030100000 + v, '村', 'VILLAGE', 451030100000, '2010-01-01', %d / 100
                    from generate_series(1, 100) v""".formatted(PERSONS));
            statement.execute("""
                    insert into household (id, village_code, hamlet, address, householder, persons, labourers)
                    select uuidv7(), 451030100001 + h %% 100, '屯', '址', '户', 4, 1
                    from generate_series(1, %d / 4) h""".formatted(PERSONS));
            statement.execute("""
                    insert into member (id, household_id, village_code, name, sex, birth_date, relation, ethnicity,
                                        education, schooling, labour, work, months_worked, insured, pensioned, secrets,
                                        id_hash)
                    select uuidv7(), h.id, h.village_code, '人', 'MALE', '1980-01-01',
                           case k when 1 then 'HEAD' else 'OTHER' end, '08', 'PRIMARY', 'NONE', 'ORDINARY', 'NONE', 0, true,
                           false, '', sha256(convert_to('person ' || (4 * (h.number - 1) + k), 'UTF8'))
                    from (select id, village_code, row_number() over (order by id) as number from household) h
                    cross join generate_series(1, 4) k""");
            statement.execute("""
                    insert into asset_record (id_hash, source, fact, effective_on, value_fen, area_from, area_to)
                    select sha256(convert_to('person ' || (r + %d - %d), 'UTF8')),
                           (array['VEHICLE', 'HOUSING', 'COMPANY', 'PAYROLL'])[1 + r %% 4], '事实',
                           date '2012-01-01' + r %% 1500, 4500000, 450000000000, 459999999999
                    from generate_series(1, %d) r""".formatted(PERSONS, MATCHES, RECORDS));
            for (int run = 0; run < RUNS; run++) {
                statement.execute("insert into campaign_scorecard (campaign_id, scorecard) values ('%s', 'GX-2015')"
                        .formatted(campaign(run)));
                statement.execute("""
                        insert into campaign (id, year, county, scorecard, veto_list, quota_persons, point_in_time,
                                              notice_days, notice_policy)
                        select '%s', %d, 451030000000, 'GX-2015', 'GX-2015', 1000, '2015-12-01', 7, min(id)
                        from policy""".formatted(campaign(run), 2015 + run));
            }
            statement.execute("vacuum analyze");
        }
    }

    private static UUID campaign(int run) {
        return new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0000L + run);
    }

    /** Median of the seconds of the bare join. */
    private double join() throws SQLException {
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            try (var statement = database.createStatement();
                    ResultSet row = statement.executeQuery(COUNT_OF_MATCHES)) {
                row.next();
                requireMatches(row.getLong(1));
            }
            seconds[run] = (System.nanoTime() - start) / NANOSECONDS;
        }
        Arrays.sort(seconds);
        return seconds[RUNS / 2];
    }

    /** Median of the seconds from the start of a screening to its end. */
    private double screen() {
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            JsonNode job = api.postJob(
                    SuiteService.IDENTIFICATION,
                    REGION,
                    "/v1/campaigns/" + campaign(run) + "/screening",
                    api.json().createObjectNode());
            requireMatches(job.path("result").path("found").asLong());
            seconds[run] = Duration.between(
                                    Instant.parse(job.path("startedAt").asText()),
                                    Instant.parse(job.path("finishedAt").asText()))
                            .toNanos()
                    / NANOSECONDS;
        }
        Arrays.sort(seconds);
        return seconds[RUNS / 2];
    }

    private static void requireMatches(long found) {
        if (found != MATCHES) {
            throw new IllegalStateException("All %,d matches must be found, not %,d".formatted(MATCHES, found));
        }
    }
}
