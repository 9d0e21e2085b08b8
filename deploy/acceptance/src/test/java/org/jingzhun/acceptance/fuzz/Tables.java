package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Holds an answer in CSV against what the document says of all of them: a mark, a head with fields of a row, then rows. */
final class Tables {

    private static final String MARK = "\ufeff";

    private Tables() {}

    /**
     * What is wrong with a table.
     *
     * @param fields of a row, by name; none if the document does not describe it
     */
    static Optional<Judge.Complaint> complaint(String table, JsonNode fields) {
        if (!table.startsWith(MARK)) {
            return of("no-mark", table);
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table.substring(MARK.length()))) {
            List<NamedCsvRecord> all = rows.stream().toList();
            return all.stream()
                    .limit(1)
                    .flatMap(row -> row.getHeader().stream())
                    .filter(name -> !fields.isEmpty() && !fields.has(name))
                    .findFirst()
                    .flatMap(name -> of("unknown-column " + name, table));
        } catch (CsvParseException torn) {
            return of("torn", torn.getMessage() + " " + table);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Optional<Judge.Complaint> of(String kind, String detail) {
        return Optional.of(
                new Judge.Complaint("table-" + kind, detail.substring(0, Math.min(detail.length(), Judge.SHOWN))));
    }
}
