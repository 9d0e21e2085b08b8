package org.jingzhun.chassis.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;

/** All tables of normative data, with the rows that ship with the service and those that were loaded since. */
@ApplicationScoped
public class DataTables {

    private static final Duration RECENT = Duration.ofSeconds(5);

    private final Map<String, DataTable<?>> tables = new ConcurrentHashMap<>();
    private final Map<String, List<?>> shipped = new ConcurrentHashMap<>();
    private final Map<String, Recent> recent = new ConcurrentHashMap<>();
    private final LoadedRows loaded;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    DataTables(
            @Any Instance<DataTable<?>> single,
            @Any Instance<DataTableGroup> groups,
            LoadedRows loaded,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        single.forEach(table -> tables.put(table.table(), table));
        groups.forEach(group -> group.tables().forEach(table -> tables.put(table.table(), table)));
        this.loaded = loaded;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** A row as its file has it. */
    public record Line(boolean ships, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** What a table held at a moment. */
    private record Recent(Instant readAt, List<?> rows) {}

    /** How many rows were loaded. */
    public record Loaded(String table, int rows) {}

    public List<String> listNames() {
        return tables.keySet().stream().sorted().toList();
    }

    public Optional<DataTable<?>> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** All rows of a table: first those that ship, then those that were loaded, in their order. */
    @Transactional
    public <T> List<T> list(DataTable<T> table) {
        var rows = new ArrayList<>(listShipped(table));
        for (var piece : loaded.list(table.table())) {
            rows.addAll(parsed(table, piece.csv()));
        }
        return rows;
    }

    /**
     * The same as {@link #list}, five seconds old at most, for rules that are asked row by row. Rows that may hold from the
     * moment of their loading on are not for it.
     */
    @SuppressWarnings("unchecked") // what a table's own reader read
    public <T> List<T> listRecent(DataTable<T> table) {
        Instant now = clock.instant();
        Recent known = recent.get(table.table());
        if (known == null
                || known.readAt().plus(RECENT).isBefore(now)
                || known.readAt().isAfter(now)) {
            known = new Recent(now, QuarkusTransaction.joiningExisting().call(() -> list(table)));
            recent.put(table.table(), known);
        }
        return (List<T>) known.rows();
    }

    /** All rows as texts. */
    @Transactional
    public List<Line> listLines(DataTable<?> table) {
        var lines = new ArrayList<>(readShipped(table, row -> new Line(true, row.getFields())));
        for (var piece : loaded.list(table.table())) {
            records(table, piece.csv()).forEach(row -> lines.add(new Line(false, row.getFields())));
        }
        return lines;
    }

    /**
     * Adds rows to a table; rows never change or go.
     *
     * @param csv with a head line that names all columns
     * @param source the document behind the rows
     * @throws DataRefusal if a row cannot be read, or has the key of another
     */
    @Transactional
    public Loaded load(DataTable<?> table, String csv, String source) {
        loaded.lock(table.table());
        int rows = checked(table, csv);
        var id = loaded.insert(table.table(), csv, source, caller.get().subject(), clock.instant());
        audit.record(AuditEntry.of("data-loaded", "data-table", table.table())
                .because(source)
                .with("id", id.toString())
                .with("rows", rows));
        return new Loaded(table.table(), rows);
    }

    private <T> int checked(DataTable<T> table, String csv) {
        var keys = new HashSet<String>();
        var whole = new ArrayList<>(list(table));
        whole.forEach(row -> keys.add(table.keyOf(row)));
        var rows = parsed(table, csv);
        if (rows.isEmpty()) {
            throw new DataRefusal.Unreadable(1, "there is no row below the head line");
        }
        for (T row : rows) {
            if (!keys.add(table.keyOf(row))) {
                throw new DataRefusal.KnownKey(table.keyOf(row));
            }
        }
        whole.addAll(rows);
        try {
            table.requireAddable(rows, Clocks.today(clock));
            table.requireWhole(whole);
        } catch (IllegalArgumentException torn) {
            throw new DataRefusal.Unreadable(1, String.valueOf(torn.getMessage()));
        }
        return rows.size();
    }

    @SuppressWarnings("unchecked") // what a table's own reader read
    private <T> List<T> listShipped(DataTable<T> table) {
        return (List<T>) shipped.computeIfAbsent(table.table(), name -> readShipped(table, row -> table.read(row)));
    }

    private static <R> List<R> readShipped(DataTable<?> table, Function<NamedCsvRecord, R> reader) {
        try (InputStream file = table.getClass().getResourceAsStream(table.file())) {
            if (file == null) {
                throw new IllegalStateException("Data file (" + table.file() + ") must be among the resources");
            }
            try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return rows.stream().map(reader).toList();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Data file (" + table.file() + ") cannot be read", unreadable);
        }
    }

    private static <T> List<T> parsed(DataTable<T> table, String csv) {
        var rows = new ArrayList<T>();
        for (var row : records(table, csv)) {
            try {
                rows.add(table.read(row));
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException unreadable) {
                throw new DataRefusal.Unreadable(row.getStartingLineNumber(), String.valueOf(unreadable.getMessage()));
            }
        }
        return rows;
    }

    private static List<NamedCsvRecord> records(DataTable<?> table, String csv) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            var records = reader.stream().toList();
            for (var row : records) {
                if (!row.getHeader().equals(table.columns())
                        || row.getFieldCount() != table.columns().size()) {
                    throw new DataRefusal.Unreadable(
                            row.getStartingLineNumber(), "the columns must be " + String.join(",", table.columns()));
                }
            }
            return records;
        } catch (CsvParseException malformed) {
            throw new DataRefusal.Unreadable(1, "it is no CSV");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
