package org.jingzhun.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jingzhun.sample.Sample;
import org.jingzhun.sample.SampleFile;
import org.jingzhun.sample.SampleOptions;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.PlatformProcess;
import org.postgresql.PGConnection;

/**
 * Households with their members through the public interface of identification-service as it runs: uploaded, validated,
 * sealed, merged; then assessments of the same households. The peers are COPYs of rows that came out of it, into tables
 * with the same columns, before and after the import, so that what else the machine does falls on both: bare; with the keys,
 * indexes and checks of the real ones, which is as fast as one session can store such rows; and the same by two sessions at
 * a time, which is as fast as two cores can. Beside the clock stands the processor time of all processes that took part.
 */
final class ImportsBench {

    private static final String WARM_UP = "451031";
    private static final String COUNTY = "451030";
    private static final Token SYSTEM = Token.of("system", "45", "bench");
    private static final List<String> PEOPLE = List.of("household", "member");
    private static final List<String> ASSESSMENTS = List.of("assessment");
    private static final double SECOND = 1e9;

    private final Path directory;
    private final PlatformAddresses.Database address;
    private final Connection database;
    private final Api api;

    private ImportsBench(Path directory, PlatformAddresses.Database address, Connection database, Api api) {
        this.directory = directory;
        this.address = address;
        this.database = database;
        this.api = api;
    }

    static List<Figure> run() throws Exception {
        try (Scratch scratch = Scratch.make();
                var platform = PlatformProcess.start(scratch.path(), "identification")) {
            PlatformAddresses.Database database = platform.addresses().database("identification");
            try (var service = RunningService.start(
                            "identification-service", database, platform.addresses(), scratch.path());
                    var connection = DriverManager.getConnection(
                            database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
                    var api = service.api(SuiteService.IDENTIFICATION)) {
                var bench = new ImportsBench(scratch.path(), database, connection, api);
                double unused = bench.importCounty(WARM_UP) + bench.importAssessments(WARM_UP);
                bench.export();
                var processor = new ProcessorTime(connection);
                Peers people = bench.peers(PEOPLE);
                double before = processor.seconds();
                double imported = bench.importCounty(COUNTY);
                double importTime = processor.seconds() - before;
                people = people.and(bench.peers(PEOPLE));
                Peers visits = bench.peers(ASSESSMENTS);
                before = processor.seconds();
                double assessed = bench.importAssessments(COUNTY);
                double assessTime = processor.seconds() - before;
                visits = visits.and(bench.peers(ASSESSMENTS));
                service.requireAlive();
                List<Figure> figures = new ArrayList<>();
                figures.addAll(people.figures(
                        "import of households with members", imported, bench.rows(PEOPLE, COUNTY) / importTime));
                figures.addAll(visits.figures(
                        "import of assessments, scored", assessed, bench.rows(ASSESSMENTS, COUNTY) / assessTime));
                return figures;
            }
        }
    }

    /**
     * How fast rows can be stored at all, in rows a second.
     *
     * @param perProcessorSecond rows with keys, by processor time
     */
    private record Peers(double bare, double keyed, double keyedByTwo, double perProcessorSecond) {

        /** The mean of both. */
        Peers and(Peers other) {
            return new Peers(
                    (bare + other.bare) / 2,
                    (keyed + other.keyed) / 2,
                    (keyedByTwo + other.keyedByTwo) / 2,
                    (perProcessorSecond + other.perProcessorSecond) / 2);
        }

        List<Figure> figures(String what, double rate, double byProcessor) {
            return List.of(
                    new Figure(what, rate, "rows/s", bare, "bare COPY"),
                    new Figure(what, rate, "rows/s", keyed, "COPY with keys, indexes, checks"),
                    new Figure(what, rate, "rows/s", keyedByTwo, "the same, two sessions"),
                    new Figure(
                            what + ", processor time",
                            byProcessor,
                            "rows/CPU s",
                            perProcessorSecond,
                            "COPY with keys"));
        }
    }

    private Peers peers(List<String> tables)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        double bare = copy(tables, "", 1);
        var processor = new ProcessorTime(database);
        double before = processor.seconds();
        double keyed = copy(tables, "including all", 1);
        double perProcessorSecond = rows(tables, WARM_UP) / (processor.seconds() - before);
        return new Peers(bare, keyed, copy(tables, "including all", 2), perProcessorSecond);
    }

    private long rows(List<String> tables, String county) throws SQLException {
        long rows = 0;
        for (String table : tables) {
            try (var statement = database.createStatement();
                    var row = statement.executeQuery(
                            "select count(*) from %s where village_code / 1000000 = %s".formatted(table, county))) {
                row.next();
                rows += row.getLong(1);
            }
        }
        return rows;
    }

    /** Rows a second, households and members together, from the first byte sent to the end of the last job. */
    private double importCounty(String county) throws IOException {
        Path files = directory.resolve(county);
        Sample.of(SampleOptions.of(42, county)
                        .only(SampleFile.DIVISIONS, SampleFile.HOUSEHOLDS, SampleFile.MEMBERS, SampleFile.ASSESSMENTS))
                .writeTo(files);
        importFile(files, "divisions");
        long start = System.nanoTime();
        long rows = importFile(files, "households") + importFile(files, "members");
        return rows / ((System.nanoTime() - start) / SECOND);
    }

    /** Rows a second of the first visits to the county's households; each is checked, scored and stored. */
    private double importAssessments(String county) {
        long start = System.nanoTime();
        long rows = importFile(directory.resolve(county), "assessments");
        return rows / ((System.nanoTime() - start) / SECOND);
    }

    private long importFile(Path files, String kind) {
        var job = api.importFile(SuiteService.IDENTIFICATION, SYSTEM, "kind=" + kind, files.resolve(kind + ".ndjson"));
        if (job.path("result").path("rejected").asLong() != 0) {
            throw new IllegalStateException("Import of " + kind + " must reject nothing: " + job);
        }
        return job.path("result").path("lines").asLong();
    }

    /** Each table of the first county, in two parts. */
    private void export() throws SQLException, IOException {
        for (String table : List.of("household", "member", "assessment")) {
            for (int part = 0; part < 2; part++) {
                try (OutputStream out = Files.newOutputStream(part(table, part))) {
                    Stopwatch.sink = database.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "copy (select * from %s where village_code / 1000000 = %s and village_code %% 2 = %d) to stdout"
                                            .formatted(table, WARM_UP, part),
                                    out);
                }
            }
        }
    }

    private Path part(String table, int part) {
        return directory.resolve(table + "." + part + ".copy");
    }

    /**
     * Rows a second of the tables, from the first byte sent to the last commit.
     *
     * @param sessions 1, or 2 with a part each
     */
    private double copy(List<String> tables, String including, int sessions)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        try (var statement = database.createStatement()) {
            for (String table : tables) {
                statement.execute("drop table if exists copied_" + table);
                statement.execute("create table copied_%s (like %s %s)".formatted(table, table, including));
            }
        }
        long start = System.nanoTime();
        long rows = 0;
        if (sessions == 1) {
            rows = copyPart(database, tables, 0) + copyPart(database, tables, 1);
        } else {
            try (var threads = Executors.newFixedThreadPool(sessions)) {
                List<Callable<Long>> parts = List.of(() -> copyAside(tables, 0), () -> copyAside(tables, 1));
                for (var copied : threads.invokeAll(parts)) {
                    rows += copied.get();
                }
            }
        }
        return rows / ((System.nanoTime() - start) / SECOND);
    }

    private long copyAside(List<String> tables, int part) throws SQLException, IOException {
        try (var session =
                DriverManager.getConnection(address.jdbcUrl(), address.ownerUser(), address.ownerPassword())) {
            return copyPart(session, tables, part);
        }
    }

    private long copyPart(Connection session, List<String> tables, int part) throws SQLException, IOException {
        long rows = 0;
        for (String table : tables) {
            try (InputStream in = Files.newInputStream(part(table, part))) {
                rows += session.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy copied_" + table + " from stdin", in);
            }
        }
        return rows;
    }
}
