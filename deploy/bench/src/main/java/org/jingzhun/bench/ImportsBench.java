package org.jingzhun.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
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
 * sealed, merged; then assessments of the same households. The peers are bare COPYs of the very rows that came out of it, into tables with the same columns: once
 * without, once with the keys, indexes and checks of the real ones.
 */
final class ImportsBench {

    private static final String WARM_UP = "451031";
    private static final String COUNTY = "451030";
    private static final Token SYSTEM = Token.of("system", "45", "bench");
    private static final List<String> TABLES = List.of("household", "member");
    private static final List<String> ASSESSMENTS = List.of("assessment");
    private static final double SECOND = 1e9;

    private final Path directory;
    private final Connection database;
    private final Api api;

    private ImportsBench(Path directory, Connection database, Api api) {
        this.directory = directory;
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
                var bench = new ImportsBench(scratch.path(), connection, api);
                bench.importCounty(WARM_UP);
                double imported = bench.importCounty(COUNTY);
                bench.importAssessments(WARM_UP);
                double assessed = bench.importAssessments(COUNTY);
                service.requireAlive();
                TABLES.forEach(bench::export);
                ASSESSMENTS.forEach(bench::export);
                double bare = bench.copy(TABLES, "");
                double keyed = bench.copy(TABLES, "including all");
                double bareAssessments = bench.copy(ASSESSMENTS, "");
                double keyedAssessments = bench.copy(ASSESSMENTS, "including all");
                return List.of(
                        new Figure("import of households with members", imported, "rows/s", bare, "bare COPY"),
                        new Figure(
                                "import of households with members",
                                imported,
                                "rows/s",
                                keyed,
                                "COPY with keys, indexes, checks"),
                        new Figure("import of assessments, scored", assessed, "rows/s", bareAssessments, "bare COPY"),
                        new Figure(
                                "import of assessments, scored",
                                assessed,
                                "rows/s",
                                keyedAssessments,
                                "COPY with keys, indexes, checks"));
            }
        }
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

    private void export(String table) {
        try (OutputStream out = Files.newOutputStream(directory.resolve(table + ".copy"))) {
            database.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select * from %s where village_code / 1000000 = %s) to stdout"
                                    .formatted(table, COUNTY),
                            out);
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(table + " could not be copied out", failure);
        }
    }

    /** Rows a second of the tables, from the first byte sent to the last commit. */
    private double copy(List<String> tables, String including) throws SQLException, IOException {
        try (var statement = database.createStatement()) {
            for (String table : tables) {
                statement.execute("drop table if exists copied_" + table);
                statement.execute("create table copied_%s (like %s %s)".formatted(table, table, including));
            }
        }
        long start = System.nanoTime();
        long rows = 0;
        for (String table : tables) {
            try (InputStream in = Files.newInputStream(directory.resolve(table + ".copy"))) {
                rows += database.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy copied_" + table + " from stdin", in);
            }
        }
        return rows / ((System.nanoTime() - start) / SECOND);
    }
}
