package org.jingzhun.identification.datafile;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a CSV file of the jar, UTF-8, with a header line. */
public final class DataFile {

    private DataFile() {}

    /**
     * @param name path from the root of the resources
     * @throws IllegalStateException when it is not in the jar
     */
    public static List<NamedCsvRecord> rows(String name) {
        try (InputStream bytes = DataFile.class.getResourceAsStream("/" + name)) {
            if (bytes == null) {
                throw new IllegalStateException("the data file %s must be in the jar".formatted(name));
            }
            try (CsvReader<NamedCsvRecord> csv =
                    CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
                return csv.stream().toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
