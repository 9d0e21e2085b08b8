package org.jingzhun.acceptance.fuzz;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jingzhun.standalone.SuiteService;

/**
 * Problems that callers were answered with since the last clean build: in the tests of each service and of the chassis, which
 * leave a line {@code METHOD,path,status,code} for each, and here, where the service stands before it.
 */
public final class SeenProblems {

    private static final String FILE = "target/problems-seen.csv";
    private static final String CHASSIS = "deploy/chassis";

    /** Of a problem, of a field of it, or of a row in an answer that tells what became of each. */
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([a-z][a-z0-9-]*)\"");

    private static final Set<String> NOTED = new HashSet<>();

    private final Set<Seen> bySuite;
    private final Set<Seen> byChassis;

    private SeenProblems(Set<Seen> bySuite, Set<Seen> byChassis) {
        this.bySuite = bySuite;
        this.byChassis = byChassis;
    }

    /**
     * A problem, and where.
     *
     * @param module whose endpoint it is
     * @param path template of the endpoint; empty if it is in no document
     */
    record Seen(String module, String method, String path, String status, String code) {

        private static Seen of(String module, List<String> fields) {
            return new Seen(module, fields.get(0), fields.get(1), fields.get(2), fields.get(3));
        }
    }

    /**
     * Notes what an answer tells.
     *
     * @param path template of the endpoint
     */
    public static void note(SuiteService service, String method, String path, int status, String answer) {
        CODE.matcher(answer)
                .results()
                .map(code -> "%s,%s,%s,%d,%s\n".formatted(service.title(), method, path, status, code.group(1)))
                .forEach(SeenProblems::append);
    }

    private static synchronized void append(String line) {
        if (NOTED.add(line)) {
            try {
                Files.writeString(Path.of(FILE), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    /**
     * All of them.
     *
     * @param project root of the source tree
     * @throws IOException also when the tests of a module have not run
     */
    static SeenProblems read(Path project) throws IOException {
        Set<Seen> bySuite = new HashSet<>();
        for (SuiteService service : SuiteService.values()) {
            bySuite.addAll(ofModule(project, service.title()));
        }
        for (CsvRecord row : rows(Path.of(FILE))) {
            bySuite.add(Seen.of(row.getField(0), row.getFields().subList(1, row.getFieldCount())));
        }
        return new SeenProblems(bySuite, ofModule(project, CHASSIS));
    }

    private static Set<Seen> ofModule(Path project, String module) throws IOException {
        Set<Seen> seen = new HashSet<>();
        for (CsvRecord row : rows(project.resolve(module).resolve(FILE))) {
            seen.add(Seen.of(module, row.getFields()));
        }
        return seen;
    }

    private static List<CsvRecord> rows(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("Run the tests first that write " + file.toAbsolutePath());
        }
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            return rows.stream().toList();
        }
    }

    /** At that operation of that service. */
    boolean at(Operation operation, String status, String code) {
        return bySuite.contains(
                new Seen(operation.service().title(), operation.method(), operation.path(), status, code));
    }

    /** At an endpoint of the chassis, which is the same in every service, in its own tests. */
    boolean atInTheChassis(Operation operation, String status, String code) {
        return byChassis.contains(new Seen(CHASSIS, operation.method(), operation.path(), status, code));
    }

    boolean by(SuiteService service, String code) {
        return bySuite.stream()
                .anyMatch(one ->
                        one.module().equals(service.title()) && one.code().equals(code));
    }

    boolean anywhere(String code) {
        return Stream.of(bySuite, byChassis).flatMap(Set::stream).anyMatch(one -> one.code()
                .equals(code));
    }
}
