package org.jingzhun.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;

/**
 * Statistics of the largest county by township and of its region by county ({@link RegionRegister}), asked over HTTP of
 * identification-service, running as it is. The peer of each is the same recounted from the history of the register by
 * the database, without HTTP; both take turns. Then what it costs to keep the counts: registering households and adding
 * members with and without them.
 */
final class StatisticsBench {

    private static final int RUNS = 9;
    private static final int WRITES = 5;
    private static final double MILLISECOND = 1e6;

    private static final String STANDING = """
            with latest as (
              select distinct on (t.household_id) t.household_id, e.village_code, e.persons, e.main_cause, t.to_status
              from register_transition t join register_entry e on e.household_id = t.household_id
              where t."on" <= date '{day}' and e.village_code between {from} and {to}
              order by t.household_id, t.revision desc),
            sizes as (
              select distinct on (p.household_id) p.household_id, p.persons from register_persons p
              where p.since <= date '{day}' and p.village_code between {from} and {to}
              order by p.household_id, p.since desc)
            select l.village_code / {span}, {kind}, count(*), sum(coalesce(z.persons, l.persons))
            from latest l left join sizes z on z.household_id = l.household_id group by 1, 2
            """;
    private static final String FLOWS = """
            select e.village_code / {span}, t.kind, count(*), sum(coalesce(p.persons, e.persons))
            from register_transition t join register_entry e on e.household_id = t.household_id
            left join lateral (select persons from register_persons s
              where s.household_id = t.household_id and s.since <= t."on" order by s.since desc limit 1) p on true
            where t."on" between '2018-01-01' and '2018-12-31' and e.village_code between {from} and {to} group by 1, 2
            """;
    private static final String MEMBERS = """
            insert into member (id, household_id, village_code, name, sex, birth_date, relation, ethnicity, education,
              schooling, labour, work, months_worked, insured, pensioned, secrets, id_hash)
            select uuidv7(), e.household_id, e.village_code, '员', 'MALE', '1980-01-01', 'OTHER', lpad((1 + n)::text, 2, '0'),
              'PRIMARY', 'NONE', 'NONE', 'NONE', 0, true, false, '', sha256((e.household_id::text || n)::bytea)
            from register_entry e, generate_series(1, e.persons) n where e.village_code / 1000000 = {county}
            """;
    private static final String REGISTERED = """
            with entered as (
              insert into register_entry (household_id, village_code, hamlet, householder, persons, labourers, ethnicity,
                status, attribute, main_cause, other_causes, score, scorecard, line_version, year, entry_year,
                campaign_id, registered_on, document_number)
              select id, village_code, hamlet, householder, persons, 0, '08', 'POOR', 'GENERAL', 'ILLNESS', '{}', 40,
                'GX-2015', 1, 2015, 2015, '01920000-0000-7000-8000-000000000000', '2016-01-15', 'bench'
              from household where status is null limit 40000 returning *)
            insert into register_transition (household_id, revision, village_code, kind, from_status, to_status, "on",
              document_number, taken_by, taken_name, taken_at)
            select household_id, 1, village_code, 'REGISTERED', null, 'POOR', registered_on, 'bench', 'b', 'b', now()
            from entered
            """;

    /** What an import of members writes, a chunk of it. */
    private static final String CAME = """
            insert into member (id, household_id, village_code, name, sex, birth_date, relation, ethnicity, education,
              schooling, labour, work, months_worked, insured, pensioned, secrets, id_hash)
            select uuidv7(), h.id, h.village_code, '员', 'MALE', '1980-01-01', 'OTHER', '08', 'PRIMARY', 'NONE', 'NONE',
              'NONE', 0, true, false, '', sha256((h.id::text || n)::bytea)
            from (select id, village_code from household where status is null limit 10000) h, generate_series(1, 4) n
            """;

    private final Connection database;
    private final Api api;

    private StatisticsBench(Connection database, Api api) {
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
                RegionRegister.make(connection);
                String county = RegionRegister.largestCounty(connection);
                execute(connection, MEMBERS.replace("{county}", county));
                execute(connection, "vacuum analyze member");
                var bench = new StatisticsBench(connection, api);
                List<Figure> figures = new ArrayList<>();
                figures.addAll(bench.figures("county-officer", county, "TOWNSHIP", 1_000));
                figures.addAll(bench.figures("region-officer", "45", "COUNTY", 1_000_000));
                execute(connection, "select fold_register_counts()");
                figures.add(bench.writing(
                        "registering 40,000 households", REGISTERED, "register_transition", "register_moved"));
                figures.add(bench.writing("adding 40,000 members", CAME, "member", "register_members_came"));
                service.requireAlive();
                return figures;
            }
        }
    }

    private List<Figure> figures(String role, String division, String by, long span) throws Exception {
        Token officer = Token.of(role, division, "bench");
        String opening = recount(STANDING.replace("{day}", "2017-12-31"), division, span);
        String end = recount(STANDING.replace("{day}", "2018-12-31"), division, span);
        String status = "l.to_status";
        return List.of(
                turns(
                        officer,
                        "register",
                        division,
                        by,
                        List.of(
                                opening.replace("{kind}", status),
                                recount(FLOWS, division, span),
                                end.replace("{kind}", status))),
                turns(officer, "incidence", division, by, List.of(end.replace("{kind}", status))),
                turns(officer, "causes", division, by, List.of(end.replace("{kind}", "l.main_cause"))),
                turns(officer, "ethnic-groups", division, by, List.of(end.replace("{kind}", "''"))));
    }

    private static String recount(String sql, String division, long span) {
        return sql.replace("{from}", division + "0".repeat(12 - division.length()))
                .replace("{to}", division + "9".repeat(12 - division.length()))
                .replace("{span}", Long.toString(span));
    }

    private Figure turns(Token officer, String statistics, String division, String by, List<String> recounts)
            throws Exception {
        String path = "/v1/statistics/%s?division=%s&year=2018&by=%s".formatted(statistics, division, by);
        Callable<Long> asked = () -> {
            JsonNode answer = api.get(SuiteService.IDENTIFICATION, officer, path);
            if (answer.path("basis").path("division").isMissingNode()) {
                throw new IllegalStateException("Statistics must have a basis: " + answer);
            }
            return (long) answer.size();
        };
        Callable<Long> recounted = () -> {
            long rows = 0;
            for (String sql : recounts) {
                rows += read(sql);
            }
            return rows;
        };
        double[] ours = new double[RUNS];
        double[] theirs = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            ours[run] = milliseconds(asked);
            theirs[run] = milliseconds(recounted);
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        return new Figure(
                "%s of %s by %s, median".formatted(statistics, division, by),
                ours[RUNS / 2],
                "ms",
                theirs[RUNS / 2],
                "recounted from the history");
    }

    private long read(String sql) throws SQLException {
        long rows = 0;
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows++;
            }
        }
        return rows;
    }

    private static double milliseconds(Callable<Long> work) throws Exception {
        long start = System.nanoTime();
        Stopwatch.sink = work.call();
        return (System.nanoTime() - start) / MILLISECOND;
    }

    /** With the trigger and without it, each in a transaction that is taken back. */
    private Figure writing(String what, String sql, String table, String trigger) throws SQLException {
        double[] with = new double[WRITES];
        double[] without = new double[WRITES];
        database.setAutoCommit(false);
        for (int run = 0; run < WRITES; run++) {
            with[run] = write(sql, "alter table %s enable trigger %s".formatted(table, trigger));
            without[run] = write(sql, "alter table %s disable trigger %s".formatted(table, trigger));
        }
        database.setAutoCommit(true);
        Arrays.sort(with);
        Arrays.sort(without);
        return new Figure(what, with[WRITES / 2], "ms", without[WRITES / 2], "without counting them");
    }

    private double write(String sql, String counting) throws SQLException {
        execute(database, counting);
        long start = System.nanoTime();
        execute(database, sql);
        double milliseconds = (System.nanoTime() - start) / MILLISECOND;
        database.rollback();
        return milliseconds;
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
