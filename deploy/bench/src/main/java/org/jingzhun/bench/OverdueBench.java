package org.jingzhun.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;

/**
 * Who was not visited in a month, of a whole region: counted by county, a first piece, and all as a stream, through the
 * public interface, each asked once before it is measured. The peer is one bare statement that counts them; the first piece,
 * which somebody waits for, has a limit. {@code -Dhouseholds=100000} takes another number.
 */
final class OverdueBench {

    private static final int HOUSEHOLDS = Integer.getInteger("households", 1_258_000);
    private static final int OF_A_VILLAGE = 250;
    private static final int VISITED_OF_TEN = 9;
    private static final double SECOND = 1e9;
    private static final double FIRST_LIMIT = 1;
    private static final Token AUDITOR = Token.of("auditor", "45");
    private static final String MONTH = "month=2017-10";
    private static final String BARE = """
            select count(*) from pairing p left join
              (select distinct pairing_id from visit where visited_on between '2017-10-01' and '2017-10-31') v
              on v.pairing_id = p.id
            where v.pairing_id is null""";

    private OverdueBench() {}

    static List<Figure> run() throws Exception {
        try (Scratch scratch = Scratch.make();
                var platform = PlatformProcess.start(scratch.path(), "pairing")) {
            PlatformAddresses.Database database = platform.addresses().database(SuiteService.PAIRING.database());
            try (var service = RunningService.start("pairing-service", database, platform.addresses(), scratch.path());
                    var owner = DriverManager.getConnection(
                            database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
                    Api api = service.api(SuiteService.PAIRING)) {
                settle(owner);
                return measure(owner, api);
            }
        }
    }

    private static List<Figure> measure(Connection owner, Api api) throws SQLException {
        long overdue = count(owner);
        counted(api);
        piece(api);
        long start = System.nanoTime();
        count(owner);
        double bare = seconds(start);
        start = System.nanoTime();
        long counted = counted(api);
        double counts = seconds(start);
        start = System.nanoTime();
        int piece = piece(api);
        double first = seconds(start);
        start = System.nanoTime();
        long[] listed = {0};
        api.eachRow(SuiteService.PAIRING, AUDITOR, "/v1/visits/overdue?" + MONTH, row -> listed[0]++);
        double all = seconds(start);
        if (counted != overdue || listed[0] != overdue || piece != 50) {
            throw new IllegalStateException(
                    "%d are overdue, not %d counted and %d listed".formatted(overdue, counted, listed[0]));
        }
        return List.of(
                new Figure("overdue of a region counted by county", counts, "s", bare, "one bare statement"),
                new Figure("the first fifty", first, "s", FIRST_LIMIT, Figure.AT_MOST),
                new Figure("all " + overdue + " as a stream", all, "s", bare, "one bare statement"));
    }

    private static long counted(Api api) {
        long[] counted = {0};
        api.eachRow(
                SuiteService.PAIRING,
                AUDITOR,
                "/v1/visits/overdue/counts?by=COUNTY&" + MONTH,
                row -> counted[0] += row.path("overdue").asLong());
        return counted[0];
    }

    private static int piece(Api api) {
        return api.get(SuiteService.PAIRING, AUDITOR, "/v1/visits/overdue?limit=50&" + MONTH)
                .path("items")
                .size();
    }

    private static long count(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(BARE)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / SECOND;
    }

    /** A region of households with a helper each four, nine of ten visited in the month. */
    private static void settle(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("""
                    insert into unit (id, name, level, division)
                    values ('00000000-0000-7000-8000-000000000001', '县扶贫办', 'COUNTY', 451031000000)""");
            statement.execute("""
                    insert into helper (id, name, unit_id, post, rank, skills, division)
                    select cast('00000000-0000-7000-8001-' || lpad(to_hex(h), 12, '0') as uuid), '干部' || h,
                           '00000000-0000-7000-8000-000000000001', '科员', 'ORDINARY', '{}', 451031000000
                    from generate_series(0, %d) h""".formatted(HOUSEHOLDS / 4));
            statement.execute("""
                    insert into pairing (id, household_id, village_code, helper_id, since, revision)
                    select cast('00000000-0000-7000-8003-' || lpad(to_hex(h), 12, '0') as uuid),
                           cast('00000000-0000-7000-8002-' || lpad(to_hex(h), 12, '0') as uuid),
                           450000000000 + (h / %1$d / 50 + 101) * 1000000 + 100201 + h / %1$d %% 50,
                           cast('00000000-0000-7000-8001-' || lpad(to_hex(h / 4), 12, '0') as uuid), '2016-01-01', 1
                    from generate_series(0::bigint, %2$d - 1) h""".formatted(OF_A_VILLAGE, HOUSEHOLDS));
            statement.execute("""
                    insert into visit (id, household_id, village_code, helper_id, helper_name, pairing_id, visited_on,
                                       said_on, content, risks, income_items, income_fen, recorded_at)
                    select gen_random_uuid(), household_id, village_code, helper_id, '干部', id, '2017-10-12',
                           '2017-10-12', '入户走访', '{}', '{}', '{}', now()
                    from (select *, row_number() over () as n from pairing) p where n %% 10 < %d
                    """.formatted(VISITED_OF_TEN));
            statement.execute("vacuum analyze");
        }
    }
}
