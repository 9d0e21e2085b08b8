package org.jingzhun.chassis.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Inserts staged lines on the short way of {@link FreshLines}, or finds out that it is closed to them. */
final class FreshMerging {

    private final Connection connection;
    private final FreshLines fresh;
    private final String table;

    FreshMerging(Connection connection, FreshLines fresh, String table) {
        this.connection = connection;
        this.fresh = fresh;
        this.table = table;
    }

    /** Some line is not new or not right: the chunk is taken back. */
    static final class NotFresh extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotFresh(String reason) {
            super(reason, null, false, false);
        }
    }

    /** Whether none of the rules that no constraint makes rejects a line. */
    boolean isOpenTo(Lines lines) throws SQLException {
        for (Check check : fresh.checks()) {
            // Counted, not asked whether there is one: that would be planned as if the first were found soon.
            String sql = "select count(*) > 0 from " + table + " s " + check.joins() + " where " + Lines.CONDITION
                    + " and (" + check.bad() + ")";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                lines.bind(statement, 1);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** @throws NotFresh when a line is refused for what it holds, or one did not go in */
    Merged insert(Lines lines) throws SQLException {
        try {
            long inserted = fresh.insert(connection, lines);
            if (inserted != staged(lines)) {
                throw new NotFresh("a line refers to what is not there");
            }
            return new Merged(inserted, 0, 0);
        } catch (SQLException failure) {
            if (Merging.isOfLines(failure)) {
                throw new NotFresh(String.valueOf(failure.getSQLState()));
            }
            throw failure;
        }
    }

    void after(Lines lines) throws SQLException {
        fresh.afterInsert(connection, lines);
    }

    private long staged(Lines lines) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*) from " + table + " s where " + Lines.CONDITION)) {
            lines.bind(statement, 1);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
