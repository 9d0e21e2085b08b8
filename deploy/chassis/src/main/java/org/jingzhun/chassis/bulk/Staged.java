package org.jingzhun.chassis.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows of this program on their way into a table, cell by cell by COPY into a temporary table of the transaction: from there
 * one statement takes them all, which COPY itself may not where rows are secured by area. For a million rows it is several
 * times as fast as arrays of a statement's parameters.
 *
 * @param <E> what a row is made of
 */
public final class Staged<E> {

    private static final int SENT_AT_ONCE = 64 * 1024;

    /** Few enough for the memory in which a session keeps its temporary tables: what exceeds it goes by the disk, and back. */
    private static final int ROWS_AT_ONCE = 20_000;

    private final String table;
    private final List<Column<E>> columns = new ArrayList<>();

    /** @param name of the cell's column; what it has is written, or that it has nothing */
    private record Column<E>(String name, Cell<E> cell) {}

    @FunctionalInterface
    private interface Cell<E> {
        void write(CopyBinary bytes, E row);
    }

    /** @param table for which the rows are meant, with columns of these names */
    public Staged(String table) {
        this.table = table;
    }

    public Staged<E> uuid(String column, Function<E, @Nullable UUID> value) {
        return add(column, value, CopyBinary::uuid);
    }

    /** For a column of four bytes. */
    public Staged<E> integer(String column, Function<E, ? extends @Nullable Number> value) {
        return add(column, value, (bytes, number) -> bytes.integer(Math.toIntExact(number.longValue())));
    }

    /** For a column of eight bytes. */
    public Staged<E> bigint(String column, Function<E, @Nullable Long> value) {
        return add(column, value, CopyBinary::bigint);
    }

    /** In double precision. */
    public Staged<E> real(String column, Function<E, @Nullable Double> value) {
        return add(column, value, CopyBinary::real);
    }

    public Staged<E> bool(String column, Function<E, @Nullable Boolean> value) {
        return add(column, value, CopyBinary::bool);
    }

    public Staged<E> text(String column, Function<E, @Nullable String> value) {
        return add(column, value, CopyBinary::text);
    }

    private interface Writer<T> {
        void write(CopyBinary bytes, T value);
    }

    private <T> Staged<E> add(String column, Function<E, ? extends @Nullable T> value, Writer<T> writer) {
        columns.add(new Column<>(column, (bytes, row) -> {
            T present = value.apply(row);
            if (present == null) {
                bytes.absent();
            } else {
                writer.write(bytes, present);
            }
        }));
        return this;
    }

    /** The columns as a statement names them. */
    public String columns() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** The temporary table, as long as the transaction lasts. */
    public String name() {
        return "staged_" + table;
    }

    /**
     * Inserts the rows, some thousands at a time.
     *
     * @param insert takes what is in the temporary table, which is new in this transaction
     * @return how many rows it inserted
     */
    public int insert(Connection connection, List<E> rows, PreparedStatement insert) throws SQLException {
        int inserted = 0;
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table %s on commit drop as select %s from %s with no data"
                    .formatted(name(), columns(), table));
            for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
                copy(connection, rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)));
                inserted += insert.executeUpdate();
                statement.execute("truncate " + name());
            }
        }
        return inserted;
    }

    private void copy(Connection connection, List<E> rows) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin (format binary)".formatted(name(), columns()));
        try {
            var bytes = new CopyBinary();
            for (E row : rows) {
                bytes.row(columns.size());
                for (Column<E> column : columns) {
                    column.cell().write(bytes, row);
                }
                if (bytes.size() >= SENT_AT_ONCE) {
                    copy.writeToCopy(bytes.bytes(), 0, bytes.size());
                    bytes.clear();
                }
            }
            bytes.end();
            copy.writeToCopy(bytes.bytes(), 0, bytes.size());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
