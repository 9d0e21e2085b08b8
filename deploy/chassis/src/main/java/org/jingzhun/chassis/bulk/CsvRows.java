package org.jingzhun.chassis.bulk;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.ProblemException;

/** Reads CSV (RFC 4180, UTF-8) with a header line that names the fields in any order, each by
 * any of its names. An empty cell is an absent field. */
final class CsvRows {

    private final InputStream in;
    private final RowIntake intake;
    private final int longestLine;

    CsvRows(InputStream in, RowIntake intake, int longestLine) {
        this.in = in;
        this.intake = intake;
        this.longestLine = longestLine;
    }

    /** @throws ProblemException when the header does not fit, or an open quote swallows the file */
    void read() throws IOException, SQLException {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(longestLine)
                .ofCsvRecord(in);
        long behind = 0;
        try (CloseableIterator<CsvRecord> records = reader.iterator()) {
            if (!records.hasNext()) {
                return;
            }
            int[] slots = header(records.next());
            while (records.hasNext()) {
                CsvRecord record = records.next();
                behind = record.getStartingLineNumber();
                take(record, slots);
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            throw stopped(broken, behind);
        }
    }

    /** What ended the reading: a refusal or the client's going away, wrapped by the reader, or broken CSV. */
    private static RuntimeException stopped(RuntimeException broken, long behind) throws IOException {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return refusal;
            }
            if (cause instanceof IOException gone) {
                throw gone;
            }
        }
        return Problem.of(400, "import-body-broken", behind, "CSV").asException();
    }

    private int[] header(CsvRecord header) {
        RowFormat format = intake.format();
        int[] slots = new int[header.getFieldCount()];
        var unknown = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (int column = 0; column < slots.length; column++) {
            String name = header.getField(column).strip();
            slots[column] = format.slot(name);
            if (slots[column] < 0) {
                unknown.add(NearestName.shown(name, format.names()));
            } else if (!seen.add(intake.field(slots[column]).name())) {
                throw Problem.of(400, "import-columns-repeated", name).asException();
            }
        }
        intake.named(header.getFields().stream().map(String::strip).toList());
        if (!unknown.isEmpty()) {
            throw Problem.of(
                            400,
                            "import-columns-unknown",
                            String.join(", ", unknown),
                            String.join(", ", format.fieldNames()))
                    .asException();
        }
        List<String> missing = format.fields().stream()
                .filter(field -> field.isRequired() && !seen.contains(field.name()))
                .map(Field::name)
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.of(400, "import-columns-missing", String.join(", ", missing))
                    .asException();
        }
        return slots;
    }

    private void take(CsvRecord record, int[] slots) throws SQLException {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() != slots.length) {
            intake.unusable(line, () -> shown(record), "malformed-csv-row", record.getFieldCount(), slots.length);
            return;
        }
        for (int column = 0; column < slots.length; column++) {
            String cell = record.getField(column);
            if (!cell.isEmpty()) {
                takeCell(slots[column], cell);
            }
        }
        intake.end(line, () -> shown(record));
    }

    private void takeCell(int slot, String cell) {
        Field<?> field = intake.field(slot);
        try {
            intake.value(slot, field.type().ofText(cell));
        } catch (InvalidValue invalid) {
            intake.fault(field.pointer(), invalid);
        }
    }

    private static String shown(CsvRecord record) {
        return String.join(",", record.getFields());
    }
}
