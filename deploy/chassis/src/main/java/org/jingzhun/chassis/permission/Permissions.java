package org.jingzhun.chassis.permission;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The matrix: {@code permission-matrix.csv} of the service, and the endpoints that every service has. The annotations of the
 * resources enforce it, row-level security its areas; tests made of it hold them against it.
 */
@ApplicationScoped
public class Permissions {

    public static final String COLUMNS = "method,path,roles,area,data";
    private static final String SERVICE = "permission-matrix.csv";
    private static final String EVERY_SERVICE = "permission-matrix-of-every-service.csv";

    private final TreeMap<String, Permission> lines = new TreeMap<>();

    /** Of the table as it lies in the resources. */
    public Permissions() {
        all().forEach(permission -> lines.put(permission.endpoint(), permission));
    }

    /** In the order of their paths. */
    public List<Permission> list() {
        return List.copyOf(lines.values());
    }

    /** @param path as in the contract */
    public Optional<Permission> find(String method, String path) {
        return Optional.ofNullable(lines.get(method + " " + path));
    }

    /** The table as it lies in the resources. */
    public static List<Permission> all() {
        List<Permission> all = new ArrayList<>();
        for (String file : List.of(SERVICE, EVERY_SERVICE)) {
            try (InputStream bytes =
                    Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
                if (bytes != null) {
                    all.addAll(read(file, new InputStreamReader(bytes, StandardCharsets.UTF_8)));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(file + " must be readable", unreadable);
            }
        }
        return List.copyOf(all);
    }

    /** @throws IllegalArgumentException for a line that is not of the five columns; the message tells what to write */
    static List<Permission> read(String file, Reader text) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text)) {
            return rows.stream().skip(1).map(row -> line(file, row)).toList();
        }
    }

    private static Permission line(String file, CsvRecord row) {
        if (row.getFieldCount() != COLUMNS.split(",", -1).length) {
            throw new IllegalArgumentException(
                    "%s, line %d (%s) must have the columns %s. Add the area, one of %s (which things it shows: see AreaRule), and the data, PERSONAL if the answer tells of a person or household, SENSITIVE if it tells of health, minors, bank accounts or all there is, else PLAIN; for example: %s,AREA,PLAIN"
                            .formatted(
                                    file,
                                    row.getStartingLineNumber(),
                                    String.join(",", row.getFields()),
                                    COLUMNS,
                                    Arrays.toString(AreaRule.values()),
                                    String.join(",", row.getFields())));
        }
        return new Permission(
                row.getField(0),
                row.getField(1),
                List.of(row.getField(2).split(" ", -1)),
                AreaRule.valueOf(row.getField(3)),
                Sensitivity.valueOf(row.getField(4)));
    }
}
