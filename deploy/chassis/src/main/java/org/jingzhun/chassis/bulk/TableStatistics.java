package org.jingzhun.chassis.bulk;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the planner knows of tables, and which of them have outgrown it. To look at a table again costs a second for each million rows of an import. */
@ApplicationScoped
public class TableStatistics {

    private static final String ROWS = "select greatest(reltuples, 0)::bigint from pg_class where oid = ?::regclass";

    /** The planner takes the present size from the file: what it must see again is how the values lie in it. */
    private static final String OUTGROWN = """
            select t.name from unnest(?::text[]) t (name) join pg_class c on c.oid = t.name::regclass
            where c.reltuples <= 0
               or pg_relation_size(c.oid) > 2 * c.relpages::bigint * current_setting('block_size')::bigint
               or coalesce(pg_stat_get_last_analyze_time(c.oid), pg_stat_get_last_autoanalyze_time(c.oid)) is null
            """;

    private final AgroalDataSource database;

    TableStatistics(AgroalDataSource database) {
        this.database = database;
    }

    /** Rows of a table when it was last looked at; 0 when never. */
    long rows(String table) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The size of " + table + " could not be read", failure);
        }
    }

    /** Those that are more than twice as large as when they were last looked at. */
    public List<String> outgrown(List<String> tables) {
        var found = new ArrayList<String>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(OUTGROWN)) {
            statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("The sizes of " + tables + " could not be read", failure);
        }
    }
}
