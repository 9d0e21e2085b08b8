package org.jingzhun.chassis.sealing;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;

/** The rows of sealed columns, looked through block by block of their tables, whatever indexes there are. */
@ApplicationScoped
class SealedRows {

    private static final String BLOCKS = "select pg_relation_size(?::regclass) / current_setting('block_size')::bigint";

    private final List<SealedColumn> columns;
    private final Database database;

    SealedRows(@All List<SealedColumns> all, Database database) {
        this.columns = all.stream()
                .flatMap(each -> each.list().stream())
                .sorted(Comparator.comparing(SealedColumn::name))
                .toList();
        this.database = database;
    }

    /** A value with its place. */
    private record Value(String place, UUID owner, byte[] sealed) {}

    /** Always in the same order. */
    List<SealedColumn> columns() {
        return columns;
    }

    /** How many blocks a table has now. */
    long blocks(Connection connection, SealedColumn column) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BLOCKS)) {
            statement.setString(1, column.table());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Values by the number of their key, in ascending order; needs a transaction. */
    Map<Integer, Long> count(SealedColumn column) {
        var counts = new TreeMap<Integer, Long>();
        database.list(
                "select get_byte(%1$s, 0), count(*) from %2$s where %1$s is not null group by 1"
                        .formatted(column.column(), column.table()),
                row -> counts.put(row.getInt(1), row.getLong(2)));
        return counts;
    }

    /**
     * Seals the values of some blocks under the primary key that are under another one.
     *
     * @param from the first block
     * @param to the block behind the last
     * @return how many
     */
    int seal(Connection connection, SealedColumn column, long from, long to, Sealing sealing) throws SQLException {
        List<Value> values = under(connection, column, from, to, sealing.primary());
        if (values.isEmpty()) {
            return 0;
        }
        // The range keeps the table from being read as a whole for each piece of it
        String update = """
                update %s t set %s = n.sealed
                from unnest(?::text[], ?::bytea[]) n(place, sealed)
                where t.ctid = n.place::tid and t.ctid >= ?::tid and t.ctid < ?::tid
                """.formatted(column.table(), column.column());
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", values.stream().map(Value::place).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bytea",
                            values.stream()
                                    .map(each -> sealing.sealBytes(
                                            each.owner(), sealing.openBytes(each.owner(), each.sealed())))
                                    .toArray(byte[][]::new)));
            statement.setString(3, place(from));
            statement.setString(4, place(to));
            statement.executeUpdate();
        }
        return values.size();
    }

    /** The rows stay locked, so that they keep their places until they are written. */
    private static List<Value> under(Connection connection, SealedColumn column, long from, long to, int primary)
            throws SQLException {
        String select = """
                select ctid::text, %s, %2$s from %3$s
                where ctid >= ?::tid and ctid < ?::tid and %2$s is not null and get_byte(%2$s, 0) <> ?
                for update
                """.formatted(column.owner(), column.column(), column.table());
        var values = new ArrayList<Value>();
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, place(from));
            statement.setString(2, place(to));
            statement.setInt(3, primary);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    values.add(new Value(row.getString(1), row.getObject(2, UUID.class), row.getBytes(3)));
                }
            }
        }
        return values;
    }

    private static String place(long block) {
        return "(" + block + ",0)";
    }
}
