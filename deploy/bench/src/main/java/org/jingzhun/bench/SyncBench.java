package org.jingzhun.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;

/**
 * Phones of helpers that come back from the hills together: each brings its visits in one call and takes the forms of its
 * households with it, through the public interface of pairing-service as it runs. The same calls once more are lost
 * answers that are sent for again. {@code -Dhelpers=1000} and {@code -Dcallers=8} take other numbers.
 */
final class SyncBench {

    private static final int HELPERS = Integer.getInteger("helpers", 1_000);
    private static final int CALLERS = Integer.getInteger("callers", 8);
    private static final int WARM_UPS = 50;
    private static final int CHANGES = 100;
    private static final int HOUSEHOLDS = 4;
    private static final String COUNTY = "451031";
    private static final LocalDate FIRST = LocalDate.of(2017, 9, 1);
    private static final int LIMIT_A_SECOND = 2_000;
    private static final double LIMIT_MILLISECONDS = 1_000;
    private static final double PERCENTILE = 0.99;
    private static final double MILLISECOND = 1e6;
    private static final double SECOND = 1e9;

    private final RunningService service;

    private SyncBench(RunningService service) {
        this.service = service;
    }

    static List<Figure> run() throws Exception {
        try (Scratch scratch = Scratch.make();
                var platform = PlatformProcess.start(scratch.path(), "pairing")) {
            PlatformAddresses.Database database = platform.addresses().database(SuiteService.PAIRING.database());
            try (var service =
                    RunningService.start("pairing-service", database, platform.addresses(), scratch.path())) {
                try (var owner = DriverManager.getConnection(
                        database.jdbcUrl(), database.ownerUser(), database.ownerPassword())) {
                    pair(owner);
                    var bench = new SyncBench(service);
                    bench.calls(HELPERS, WARM_UPS);
                    List<Figure> figures = new ArrayList<>(bench.measured("visits brought", HELPERS));
                    figures.addAll(bench.measured("the same sent again", HELPERS));
                    requireAll(owner);
                    service.requireAlive();
                    return figures;
                }
            }
        }
    }

    /** Helpers with their households since long ago, and some more to warm up with. */
    private static void pair(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("""
                    insert into unit (id, name, level, division)
                    values ('00000000-0000-7000-8000-000000000001', '县扶贫办', 'COUNTY', 451031000000)""");
            statement.execute("""
                    insert into helper (id, name, unit_id, post, rank, skills, division)
                    select cast('00000000-0000-7000-8001-' || lpad(to_hex(h), 12, '0') as uuid), '干部' || h,
                           '00000000-0000-7000-8000-000000000001', '科员', 'ORDINARY', '{}', 451031000000
                    from generate_series(0, %d) h""".formatted(HELPERS + WARM_UPS));
            statement.execute("""
                    insert into observed_household (id, village_code, hamlet, householder, persons, status, main_cause,
                                                    other_causes, revision)
                    select cast('00000000-0000-7000-8002-' || lpad(to_hex(h), 12, '0') as uuid), 451031100201, '上屯',
                           '户主' || h, 4, 'POOR', 'ILLNESS', '{}', 1
                    from generate_series(0, %d) h""".formatted((HELPERS + WARM_UPS) * HOUSEHOLDS + HOUSEHOLDS));
            statement.execute("""
                    insert into pairing (id, household_id, village_code, helper_id, since, revision)
                    select gen_random_uuid(), cast('00000000-0000-7000-8002-' || lpad(to_hex(h), 12, '0') as uuid),
                           451031100201,
                           cast('00000000-0000-7000-8001-' || lpad(to_hex(h / %d), 12, '0') as uuid), '2016-01-01', 1
                    from generate_series(0, %d) h""".formatted(HOUSEHOLDS, (HELPERS + WARM_UPS) * HOUSEHOLDS));
            statement.execute("analyze");
        }
    }

    private static void requireAll(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery("select count(*) from visit")) {
            row.next();
            int expected = (HELPERS + WARM_UPS) * CHANGES;
            if (row.getInt(1) != expected) {
                throw new IllegalStateException(
                        "%d visits must be recorded once, not %d".formatted(expected, row.getInt(1)));
            }
        }
    }

    private List<Figure> measured(String what, int helpers) throws Exception {
        long start = System.nanoTime();
        double[] latencies = calls(0, helpers);
        double seconds = (System.nanoTime() - start) / SECOND;
        Arrays.sort(latencies);
        double slow = latencies[(int) Math.ceil(PERCENTILE * latencies.length) - 1];
        return List.of(
                new Figure(
                        what + ", " + CALLERS + " callers",
                        helpers * CHANGES / seconds,
                        "changes/s",
                        LIMIT_A_SECOND,
                        Figure.AT_LEAST),
                new Figure(what + ", p99 of a call", slow, "ms", LIMIT_MILLISECONDS, Figure.AT_MOST));
    }

    /** @return milliseconds of each call */
    private double[] calls(int first, int count) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<double[]>> parts = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int offset = caller;
                parts.add(callers.submit(() -> IntStream.iterate(
                                first + offset, helper -> helper < first + count, helper -> helper + CALLERS)
                        .mapToDouble(this::call)
                        .toArray()));
            }
            List<Double> all = new ArrayList<>();
            for (Future<double[]> part : parts) {
                Arrays.stream(part.get()).forEach(all::add);
            }
            return all.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private double call(int helper) {
        String id = "00000000-0000-7000-8001-%012x".formatted(helper);
        String body = body(helper, id);
        Token token = new Token("helper", COUNTY, "helper " + helper, Optional.of(id));
        try (KeptConnection connection = service.connect("/v1/sync", token)) {
            long start = System.nanoTime();
            KeptConnection.Answer answer = connection.post(id, body);
            double took = (System.nanoTime() - start) / MILLISECOND;
            int recorded = answer.body().split("\"RECORDED\"", -1).length - 1;
            if (answer.status() != 200 || recorded != CHANGES) {
                throw new IllegalStateException("All changes must be recorded: " + answer);
            }
            return took;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String body(int helper, String id) {
        StringBuilder body = new StringBuilder("{\"phoneTime\":\"" + Instant.now() + "\",\"changes\":[");
        for (int change = 0; change < CHANGES; change++) {
            body.append(change == 0 ? "" : ",").append("""
                    {"id":"00000000-0000-7000-%04x-%012x","kind":"VISIT","writtenAt":"2017-10-01T02:00:00Z",\
                    "visit":{"helperId":"%s","householdId":"00000000-0000-7000-8002-%012x","visitedOn":"%s",\
                    "content":"入户走访，宣讲政策，核对收入。","risks":["ILLNESS"],\
                    "incomes":[{"item":"A50-1","amount":"800.00"}],"needs":[{"kind":"MEDICAL","text":"长期用药"}],\
                    "location":{"latitude":24.77,"longitude":105.34}}}""".formatted(
                            0x9000 + change,
                            helper,
                            id,
                            helper * HOUSEHOLDS + change % HOUSEHOLDS,
                            FIRST.plusDays(change / HOUSEHOLDS)));
        }
        return body.append("]}").toString();
    }
}
