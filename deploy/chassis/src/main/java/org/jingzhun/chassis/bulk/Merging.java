package org.jingzhun.chassis.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Merges staged lines. When the database refuses them for what they hold, the offending lines are found by halving and
 * set aside, so that the others still go in.
 */
final class Merging {

    private final Connection connection;
    private final Merge merge;
    private final List<Refused> refused = new ArrayList<>();

    record Refused(long line, Rejection rejection) {}

    /** What is done with some lines. */
    @FunctionalInterface
    private interface Merge {
        Merged of(Connection connection, Lines lines) throws SQLException;
    }

    private Merging(Connection connection, Merge merge) {
        this.connection = connection;
        this.merge = merge;
    }

    /** Merges lines and does what follows. */
    static Merging whole(Connection connection, ImportKind kind) {
        return new Merging(connection, (same, lines) -> {
            Merged merged = kind.merge(same, lines);
            kind.afterMerge(same, lines);
            return merged;
        });
    }

    /** Merges lines; what follows is left to the caller. */
    static Merging alone(Connection connection, ImportKind kind) {
        return new Merging(connection, kind::merge);
    }

    /** Lines that the database refused so far. */
    List<Refused> refused() {
        return List.copyOf(refused);
    }

    Merged merge(Lines lines) throws SQLException {
        execute("savepoint lines");
        try {
            Merged merged = merge.of(connection, lines);
            execute("release savepoint lines");
            return merged;
        } catch (SQLException failure) {
            return halve(lines, failure, failure);
        } catch (RuntimeException failure) {
            SQLException cause = sqlCause(failure);
            if (cause == null) {
                throw failure;
            }
            return halve(lines, cause, failure);
        }
    }

    private <X extends Exception> Merged halve(Lines lines, SQLException cause, X failure) throws SQLException, X {
        Rejection rejection = rejection(cause);
        if (rejection == null) {
            throw failure;
        }
        execute("rollback to savepoint lines");
        execute("release savepoint lines");
        if (lines.from() == lines.to()) {
            refused.add(new Refused(lines.from(), rejection));
            return Merged.NOTHING;
        }
        long middle = lines.from() + (lines.to() - lines.from()) / 2;
        return merge(lines.part(lines.from(), middle)).plus(merge(lines.part(middle + 1, lines.to())));
    }

    /** {@code null} when the failure does not come from what the lines hold. */
    private static @Nullable Rejection rejection(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return null;
        }
        if (state.equals("42501")) { // row-level security
            return Rejection.of("", "outside-your-area");
        }
        return switch (state.substring(0, 2)) {
            case "23" -> Rejection.of("", "conflicts-with-stored-data", constraint(failure));
            case "22", "P0" -> Rejection.of("", "not-storable", state);
            default -> null;
        };
    }

    /** Whether a failure comes from what the lines hold. */
    static boolean isOfLines(SQLException failure) {
        return rejection(failure) != null;
    }

    private static String constraint(SQLException failure) {
        ServerErrorMessage message =
                failure instanceof PSQLException detailed ? detailed.getServerErrorMessage() : null;
        String constraint = message == null ? null : message.getConstraint();
        String column = message == null ? null : message.getColumn();
        return constraint != null ? constraint : column != null ? column : "?";
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }

    /** Moves the refused lines from the staging table to the rejections. */
    void setAside(Lines lines, RowFormat format) throws SQLException {
        String insert = "with gone as (delete from " + format.table() + " s where s.import_id = ? and s.line = ?"
                + " returning s.*) insert into import_rejection (import_id, line, pointer, code, args, row)"
                + " select gone.import_id, gone.line, ?, ?, ?, " + format.shownRow("gone") + " from gone";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Refused each : refused) {
                statement.setObject(1, lines.importId());
                statement.setLong(2, each.line());
                statement.setString(3, each.rejection().pointer());
                statement.setString(4, each.rejection().code());
                statement.setArray(
                        5,
                        connection.createArrayOf("text", each.rejection().args().toArray()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Moves the lines for which a check's condition holds to the rejections. */
    static long reject(Connection connection, Check check, Lines lines, RowFormat format) throws SQLException {
        String args = check.args().isEmpty() ? "'{}'::text[]" : "array[" + String.join(", ", check.args()) + "]";
        String sql = "with bad as materialized (select s.line, " + args + " as args, " + format.shownRow("s")
                + " as shown from " + format.table() + " s " + check.joins() + " where " + Lines.CONDITION + " and ("
                + check.bad() + ")),"
                + " gone as (delete from " + format.table()
                + " s using bad where s.import_id = ? and s.line = bad.line)"
                + " insert into import_rejection (import_id, line, pointer, code, args, row)"
                + " select ?, bad.line, ?, ?, bad.args, bad.shown from bad";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = lines.bind(statement, 1);
            statement.setObject(next, lines.importId());
            statement.setObject(next + 1, lines.importId());
            statement.setString(next + 2, check.pointer());
            statement.setString(next + 3, check.code());
            return statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Undoes everything since {@link #mark}, when one refused line stops all. */
    void undo() throws SQLException {
        execute("rollback to savepoint everything");
    }

    void mark() throws SQLException {
        execute("savepoint everything");
    }
}
