package org.jingzhun.chassis.bulk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What the columns of each kind of import are called in the tables that offices keep, beside the names of the fields: the
 * service's file {@value #FILE} with {@code kind,alias,field}; a service without one knows the names of the fields only.
 */
@ApplicationScoped
class HeaderAliases {

    private static final String FILE = "imports/header-aliases.csv";

    private final Map<String, Map<String, String>> byKind = new HashMap<>();

    HeaderAliases() {
        try (InputStream bytes = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (bytes != null) {
                read(bytes);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(InputStream bytes) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                String kind = row.getField("kind");
                String alias = row.getField("alias");
                String other =
                        byKind.computeIfAbsent(kind, first -> new HashMap<>()).put(alias, row.getField("field"));
                if (other != null) {
                    throw new IllegalStateException(
                            "Alias (%s) of the import kind %s must stand once in %s".formatted(alias, kind, FILE));
                }
            }
        }
    }

    /** Field by alias. */
    Map<String, String> of(String kind) {
        return byKind.getOrDefault(kind, Map.of());
    }
}
