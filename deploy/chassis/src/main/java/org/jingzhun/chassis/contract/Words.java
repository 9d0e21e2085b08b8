package org.jingzhun.chassis.contract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Descriptions from the files {@code openapi/<name>.csv} of the chassis and of the service; the first column is what is
 * described, the second the words.
 */
final class Words {

    private static final String DESCRIPTION = "description";

    private final Map<String, String> rows = new HashMap<>();

    private Words() {}

    /** @throws IllegalStateException when two rows describe the same differently */
    static Words of(String name) {
        var words = new Words();
        try {
            for (URL file : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources("openapi/" + name + ".csv"))) {
                words.read(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    private void read(URL file) throws IOException {
        try (InputStream bytes = file.openStream();
                CsvReader<NamedCsvRecord> table =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : table) {
                String key = row.getField(0);
                String text = row.getField(DESCRIPTION);
                String known = rows.put(key, text);
                if (known != null && !known.equals(text)) {
                    throw new IllegalStateException(key + " must have one description, but has two: " + known + " | "
                            + text + ". Take one away in " + file);
                }
            }
        }
    }

    /** The words of the first of the keys that has any. */
    Optional<String> find(String... keys) {
        return Stream.of(keys).filter(rows::containsKey).map(rows::get).findFirst();
    }
}
