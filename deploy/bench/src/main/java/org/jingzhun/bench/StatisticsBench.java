package org.jingzhun.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;

/**
 * Statistics of a whole region by county, asked over HTTP of identification-service, running as it is: stocks at both ends of
 * a year with the persons of then and the flows between. The peer is the plainest count of the same entries by county, in
 * the same database. {@code -Dentries=1300000} takes another number than a million.
 */
final class StatisticsBench {

    private static final int ENTRIES = Integer.getInteger("entries", 1_000_000);
    private static final int ENTRIES_OF_A_COUNTY = 12_000;
    private static final int RUNS = 5;
    private static final double NANOSECONDS = 1e9;
    private static final Token REGION = Token.of("region-officer", "45", "bench");
    private static final String COUNT =
            "select village_code / 1000000, status, count(*), sum(persons) from register_entry group by 1, 2";

    /** Every third household exited in 2017, every thirtieth of them fell back in 2018; every fifth has grown since. */
    private static final List<String> ROWS = List.of("""
            insert into register_entry (household_id, village_code, hamlet, householder, persons, labourers, ethnicity,
              status, attribute, main_cause, other_causes, score, scorecard, line_version, year, campaign_id,
              registered_on, document_number, revision, entry, entry_year)
            select cast(lpad(to_hex(g), 32, '0') as uuid),
                   450100000000 + g / {county} * 1000000 + (100 + g % 10) * 1000 + 1 + g / 10 % 20,
                   '屯', '户', 1 + g % 7, 0, '08', case when g % 3 = 0 then 'EXITED' else 'POOR' end, 'GENERAL',
                   (array['ILLNESS', 'SCHOOLING', 'DISABILITY'])[1 + g % 3], '{}', 50, 'GX-2015', 1, 2015,
                   cast(lpad('1', 32, '0') as uuid), date '2015-12-31', '文件', 1, 'IDENTIFIED', 2015
            from generate_series(0, {entries} - 1) g""", """
            insert into register_transition (household_id, revision, village_code, kind, from_status, to_status, "on",
              document_number, taken_by, taken_name, taken_at)
            select household_id, 1, village_code, 'REGISTERED', null, 'POOR', registered_on, '文件', 'b', 'b', now()
            from register_entry""", """
            insert into register_transition (household_id, revision, village_code, kind, from_status, to_status, "on",
              document_number, taken_by, taken_name, taken_at)
            select household_id, 2, village_code, 'EXITED', 'POOR', 'EXITED', date '2017-12-01', '文件', 'b', 'b', now()
            from register_entry where status = 'EXITED'""", """
            insert into register_transition (household_id, revision, village_code, kind, from_status, to_status, "on",
              document_number, taken_by, taken_name, taken_at)
            select household_id, 3, village_code, 'RETURNED', 'EXITED', 'RETURNED', date '2018-06-01', '文件', 'b', 'b', now()
            from register_entry where status = 'EXITED' and score = 50 and persons = 1 limit {entries} / 90""", """
            insert into register_persons (household_id, since, village_code, persons)
            select household_id, date '2018-03-01', village_code, persons + 1
            from register_entry where persons % 5 = 0""");

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
                var bench = new StatisticsBench(connection, api);
                bench.load();
                double plain = bench.countPlainly();
                List<Figure> figures = List.of(
                        bench.ask("register", plain), bench.ask("incidence", plain), bench.ask("causes", plain));
                service.requireAlive();
                return figures;
            }
        }
    }

    private void load() throws SQLException {
        try (Statement statement = database.createStatement()) {
            // The rows are sound by construction; checking each against other tables is not what is measured.
            statement.execute("""
                    do $$ declare c record; begin
                      for c in select conrelid::regclass as owner, conname from pg_constraint
                               where contype = 'f' and conrelid in ('register_entry'::regclass,
                                 'register_transition'::regclass, 'register_persons'::regclass) loop
                        execute format('alter table %s drop constraint %I', c.owner, c.conname);
                      end loop;
                    end $$""");
            for (String rows : ROWS) {
                statement.execute(rows.replace("{county}", Integer.toString(ENTRIES_OF_A_COUNTY))
                        .replace("{entries}", Integer.toString(ENTRIES)));
            }
            for (String table : List.of("register_entry", "register_transition", "register_persons")) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }

    private Figure ask(String statistics, double plain) {
        String path = "/v1/statistics/" + statistics + "?division=45&year=2018&by=COUNTY";
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            JsonNode answer = api.get(SuiteService.IDENTIFICATION, REGION, path);
            seconds[run] = (System.nanoTime() - start) / NANOSECONDS;
            if (answer.path("basis").path("division").isMissingNode()) {
                throw new IllegalStateException("Statistics must have a basis: " + answer);
            }
        }
        Arrays.sort(seconds);
        return new Figure(
                "%s of %,d entries by county".formatted(statistics, ENTRIES),
                seconds[RUNS / 2],
                "s",
                plain,
                "plainest count of the entries");
    }

    private double countPlainly() throws SQLException {
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            try (Statement statement = database.createStatement();
                    ResultSet rows = statement.executeQuery(COUNT)) {
                while (rows.next()) {
                    Stopwatch.sink = rows.getLong(3);
                }
            }
            seconds[run] = (System.nanoTime() - start) / NANOSECONDS;
        }
        Arrays.sort(seconds);
        return seconds[RUNS / 2];
    }
}
