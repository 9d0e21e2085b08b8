package org.jingzhun.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jingzhun.sample.Sample;
import org.jingzhun.sample.SampleFile;
import org.jingzhun.sample.SampleOptions;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;

/**
 * One household with its members, read by id through the public interface of identification-service as it runs: the token
 * verified, the area held to by the database, numbers masked for the caller's role, an audit record written before the
 * answer and, each second, sealed into the chain. The peer is the same read without any of these, of the same service built without them
 * (deploy/bench/open), which reads the same database as its owner. Both are started anew when the households are
 * imported, and measured in turn. {@code -Dcallers=8} and
 * {@code -Dreads=20000} take other numbers.
 */
final class ReadBench {

    private static final String COUNTY = "451031";
    private static final Token SYSTEM = Token.of("system", "45", "bench");
    private static final int CALLERS = Integer.getInteger("callers", 40);
    private static final int READS = Integer.getInteger("reads", 30_000);
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 3;
    private static final double SECOND = 1e9;
    private static final double MICROSECONDS = 1e6;
    private static final double PERCENT = 100;
    private static final double REQUIRED = 60;

    private final Connection database;
    private final ProcessorTime processor;
    private final List<String> households;

    private ReadBench(Connection database, List<String> households) {
        this.database = database;
        this.processor = new ProcessorTime(database);
        this.households = households;
    }

    static List<Figure> run() throws Exception {
        try (Scratch scratch = Scratch.make();
                var platform = PlatformProcess.start(scratch.path(), "identification")) {
            PlatformAddresses.Database database = platform.addresses().database("identification");
            try (var importing = RunningService.start(
                            "identification-service", database, platform.addresses(), scratch.path());
                    var api = importing.api(SuiteService.IDENTIFICATION)) {
                importCounty(api, scratch.path());
            }
            try (var secured = RunningService.start(
                            "identification-service", database, platform.addresses(), scratch.path());
                    var open = RunningService.start(
                            "deploy/bench/open", ownersOf(database), platform.addresses(), scratch.path());
                    var owner = DriverManager.getConnection(
                            database.jdbcUrl(), database.ownerUser(), database.ownerPassword())) {
                var figures = new ReadBench(owner, households(owner)).compare(secured, open);
                secured.requireAlive();
                open.requireAlive();
                return figures;
            }
        }
    }

    /** The service runs as the owner of the tables, to whom their policies do not apply. */
    private static PlatformAddresses.Database ownersOf(PlatformAddresses.Database database) {
        return new PlatformAddresses.Database(
                database.name(),
                database.jdbcUrl(),
                database.ownerUser(),
                database.ownerPassword(),
                database.ownerUser(),
                database.ownerPassword());
    }

    private static void importCounty(Api api, Path directory) throws IOException {
        Sample.of(SampleOptions.of(42, COUNTY).only(SampleFile.DIVISIONS, SampleFile.HOUSEHOLDS, SampleFile.MEMBERS))
                .writeTo(directory);
        for (String kind : List.of("divisions", "households", "members")) {
            var job = api.importFile(
                    SuiteService.IDENTIFICATION, SYSTEM, "kind=" + kind, directory.resolve(kind + ".ndjson"));
            if (job.path("result").path("rejected").asLong() != 0) {
                throw new IllegalStateException("Import of " + kind + " must reject nothing: " + job);
            }
        }
    }

    private static List<String> households(Connection owner) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (var statement = owner.createStatement()) {
            statement.execute("analyze");
            try (var row =
                    statement.executeQuery("select id from household where village_code / 1000 = " + COUNTY + "100")) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
        }
        return ids;
    }

    private List<Figure> compare(RunningService secured, RunningService open) throws Exception {
        double[] withAll = new double[ROUNDS];
        double[] without = new double[ROUNDS];
        double securedWork = 0;
        double openWork = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double start = processor.seconds();
            double protectedReads = rate(caller -> secured.connect("/v1/households", reader(caller)));
            double between = processor.seconds();
            double openReads = rate(caller -> open.connect("/open/households"));
            double end = processor.seconds();
            if (round >= 0) {
                withAll[round] = protectedReads;
                without[round] = openReads;
                securedWork += between - start;
                openWork += end - between;
            }
        }
        requireAudited();
        double[] shares = new double[ROUNDS];
        Arrays.setAll(shares, round -> withAll[round] / without[round]);
        double limit = median(without);
        return List.of(
                new Figure(
                        "household with token, area, masking, audit; median",
                        median(withAll),
                        "reads/s",
                        limit,
                        "without any of them"),
                new Figure(
                        "its share of the open round behind it; median",
                        median(shares) * PERCENT,
                        "percent",
                        REQUIRED,
                        Figure.AT_LEAST),
                new Figure(
                        "processor time of it, sealing and caller included",
                        securedWork / (ROUNDS * READS) * MICROSECONDS,
                        "us/read",
                        openWork / (ROUNDS * READS) * MICROSECONDS,
                        "without any of them"));
    }

    private static double median(double[] rounds) {
        double[] sorted = rounds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** How a caller is connected. */
    @FunctionalInterface
    private interface Line {
        KeptConnection to(int caller) throws IOException;
    }

    /** Each caller has a token of its own. */
    private static Token reader(int caller) {
        return Token.of("township-officer", COUNTY + "100", "officer " + caller);
    }

    /** Reads a second. */
    private double rate(Line line) throws Exception {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int number = caller;
                callers.add(threads.submit(() -> {
                    read(line, number);
                    return null;
                }));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
        double seconds = (System.nanoTime() - start) / SECOND;
        awaitSealed();
        return READS / seconds;
    }

    private void read(Line line, int caller) throws IOException {
        try (KeptConnection connection = line.to(caller)) {
            for (int read = 0; read < READS / CALLERS; read++) {
                String id = households.get(ThreadLocalRandom.current().nextInt(households.size()));
                KeptConnection.Answer answer = connection.get(id);
                if (answer.status() != 200 || !answer.body().contains(id)) {
                    throw new IllegalStateException("The household must be shown: " + answer);
                }
            }
        }
    }

    private void awaitSealed() throws SQLException, InterruptedException {
        while (count("hash is null") > 0) {
            Thread.sleep(20);
        }
    }

    private void requireAudited() throws SQLException {
        long expected = (long) (ROUNDS + WARM_UP) * (READS / CALLERS) * CALLERS;
        long recorded = count("action = 'household-read'");
        if (recorded != expected) {
            throw new IllegalStateException("%d reads must be recorded, not %d".formatted(expected, recorded));
        }
    }

    private long count(String condition) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select count(*) from audit where " + condition)) {
            row.next();
            return row.getLong(1);
        }
    }
}
