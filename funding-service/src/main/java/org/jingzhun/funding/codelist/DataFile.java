package org.jingzhun.funding.codelist;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Normative data that ships with the service as CSV files under {@code data/}, for review without a program. */
public final class DataFile {

    private DataFile() {}

    /**
     * @param name file under {@code data/}
     * @param reader reads one row by its column names
     * @throws IllegalStateException if the file is missing or a row cannot be read
     */
    public static <T> List<T> read(String name, Function<NamedCsvRecord, T> reader) {
        try (InputStream file = DataFile.class.getResourceAsStream("/data/" + name)) {
            if (file == null) {
                throw new IllegalStateException("Data file (" + name + ") must be among the resources under data/");
            }
            try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return rows.stream().map(reader).toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Data file (" + name + ") cannot be read", unreadable);
        }
    }

    /** A date that may be left open. */
    public static @Nullable LocalDate dateOrNull(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
