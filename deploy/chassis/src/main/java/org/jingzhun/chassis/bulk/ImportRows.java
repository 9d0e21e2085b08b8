package org.jingzhun.chassis.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.sealing.Sealing;

/** The tables of imports and their rejections. */
@ApplicationScoped
class ImportRows {

    private static final String INSERT =
            "insert into import (id, kind, parameters, atomic, lines, staged_in) values (?, ?, ?::jsonb, ?, ?, ?)";
    private static final String FIND = "select kind, atomic, lines, inserted, updated, unchanged,"
            + " (select count(distinct line) from import_rejection where import_id = import.id) as rejected"
            + " from import where id = ?";
    private static final String ADD = "update import set inserted = inserted + ?, updated = updated + ?,"
            + " unchanged = unchanged + ? where id = ?";
    private static final String REJECTIONS = "select line, id, pointer, code, args, row, sealed from import_rejection"
            + " where import_id = ? and (line, id) > (?, ?) order by line, id limit ?";
    private static final String BARE = "select line, id, row from import_rejection"
            + " where import_id = ? and row is not null and (line, id) > (?, ?) order by line, id limit ?";
    private static final String SEAL = "update import_rejection r set row = null, sealed = n.sealed"
            + " from unnest(?::bigint[], ?::bigint[], ?::bytea[]) n(line, id, sealed)"
            + " where r.import_id = ? and r.line = n.line and r.id = n.id";
    private static final int SEALED_AT_ONCE = 5_000;
    private static final String LEFT_OVER = "select i.id from import i join job j on j.id = i.id"
            + " where i.staged_in is not null and j.state in ('SUCCEEDED', 'FAILED', 'CANCELLED') limit 100";

    private static final String STAGED_IN = "select staged_in from import where id = ? and staged_in is not null";
    private static final String FORGET = "delete from import_rejection using import i"
            + " where i.id = import_id and i.created_at < now() - ? * interval '1 second'";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String OTHERS = "select exists (select from import where staged_in = ? and id <> ?)";
    private static final String CLEARED = "update import set staged_in = null where id = ?";

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Sealing sealing;

    ImportRows(AgroalDataSource database, ObjectMapper json, Sealing sealing) {
        this.database = database;
        this.json = json;
        this.sealing = sealing;
    }

    /** An import as it stands. */
    record Stored(UUID id, String kind, boolean atomic, ImportSummary summary) {

        /** One bad row stopped all. */
        boolean stopped() {
            return atomic && summary.rejected() > 0;
        }
    }

    /** A rejection with its place in the list. */
    record StoredRejection(long line, long id, String pointer, String code, List<Object> args, String row) {}

    void insert(Connection connection, UUID id, ImportOrder order, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, id);
            statement.setString(2, order.kind());
            statement.setString(3, json.writeValueAsString(order.parameters().values()));
            statement.setBoolean(4, order.atomic());
            statement.setLong(5, order.lines());
            statement.setString(6, table);
            statement.executeUpdate();
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("Import parameters do not become JSON", failure);
        }
    }

    Optional<Stored> find(UUID id) {
        try (Connection connection = database.getConnection()) {
            return find(connection, id);
        } catch (SQLException failure) {
            throw new IllegalStateException("Import " + id + " could not be read", failure);
        }
    }

    Optional<Stored> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String kind = row.getString("kind");
                var summary = new ImportSummary(
                        id,
                        kind,
                        row.getLong("lines"),
                        row.getLong("rejected"),
                        row.getLong("inserted"),
                        row.getLong("updated"),
                        row.getLong("unchanged"));
                return Optional.of(new Stored(id, kind, row.getBoolean("atomic"), summary));
            }
        }
    }

    void add(Connection connection, UUID id, Merged merged) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setLong(1, merged.inserted());
            statement.setLong(2, merged.updated());
            statement.setLong(3, merged.unchanged());
            statement.setObject(4, id);
            statement.executeUpdate();
        }
    }

    /** @param line behind which to begin, with the rejection's {@code id} */
    List<StoredRejection> rejections(UUID importId, long line, long id, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(REJECTIONS)) {
            statement.setObject(1, importId);
            statement.setLong(2, line);
            statement.setLong(3, id);
            statement.setInt(4, limit);
            var found = new ArrayList<StoredRejection>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new StoredRejection(
                            row.getLong("line"),
                            row.getLong("id"),
                            row.getString("pointer"),
                            row.getString("code"),
                            List.of((Object[]) row.getArray("args").getArray()),
                            shown(importId, row)));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("Rejections of import " + importId + " could not be read", failure);
        }
    }

    private String shown(UUID importId, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("sealed");
        return sealed == null ? row.getString("row") : sealing.open(importId, sealed);
    }

    /** Seals the rejected rows that a statement has just set aside, so that nobody else ever sees them bare. */
    void sealRejections(Connection connection, UUID importId) throws SQLException {
        var bare = new BareRows();
        do {
            bare = bareRows(connection, importId, bare);
            if (!bare.lines.isEmpty()) {
                seal(connection, importId, bare);
            }
        } while (bare.lines.size() == SEALED_AT_ONCE);
    }

    /** Rejected rows, not sealed yet. */
    private static final class BareRows {
        private final List<Long> lines = new ArrayList<>();
        private final List<Long> ids = new ArrayList<>();
        private final List<byte[]> sealed = new ArrayList<>();
    }

    private BareRows bareRows(Connection connection, UUID importId, BareRows before) throws SQLException {
        var bare = new BareRows();
        try (PreparedStatement statement = connection.prepareStatement(BARE)) {
            statement.setObject(1, importId);
            statement.setLong(2, before.lines.isEmpty() ? 0 : before.lines.getLast());
            statement.setLong(3, before.ids.isEmpty() ? 0 : before.ids.getLast());
            statement.setInt(4, SEALED_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    bare.lines.add(row.getLong(1));
                    bare.ids.add(row.getLong(2));
                    bare.sealed.add(sealing.seal(importId, row.getString(3)));
                }
            }
        }
        return bare;
    }

    private static void seal(Connection connection, UUID importId, BareRows bare) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEAL)) {
            statement.setArray(1, connection.createArrayOf("bigint", bare.lines.toArray()));
            statement.setArray(2, connection.createArrayOf("bigint", bare.ids.toArray()));
            statement.setArray(3, connection.createArrayOf("bytea", bare.sealed.toArray(byte[][]::new)));
            statement.setObject(4, importId);
            statement.executeUpdate();
        }
    }

    /** Imports that have ended, but whose staged rows are still there: those that were cancelled or gave up. */
    List<UUID> leftOver(Connection connection) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (PreparedStatement statement = connection.prepareStatement(LEFT_OVER);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    /** Deletes what the import staged. */
    void clear(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(STAGED_IN)) {
            find.setObject(1, id);
            try (ResultSet row = find.executeQuery()) {
                if (row.next()) {
                    clear(connection, id, row.getString(1));
                }
            }
        }
    }

    void forgetRejections(Connection connection, Duration older) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setLong(1, older.toSeconds());
            statement.executeUpdate();
        }
    }

    private static void clear(Connection connection, UUID id, String table) throws SQLException {
        if (!emptied(connection, id, table)) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from " + table + " where import_id = ?")) {
                delete.setObject(1, id);
                delete.executeUpdate();
            }
        }
        try (PreparedStatement note = connection.prepareStatement(CLEARED)) {
            note.setObject(1, id);
            note.executeUpdate();
        }
    }

    /** Cuts the table at once, instead of row by row, when no other import lies in it or is just coming in. */
    private static boolean emptied(Connection connection, UUID id, String table) throws SQLException {
        if (othersIn(connection, id, table)) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("savepoint staged");
            try {
                statement.execute("lock table " + table + " in access exclusive mode nowait");
            } catch (SQLException failure) {
                if (!LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
                    throw failure;
                }
                statement.execute("rollback to savepoint staged");
                return false;
            }
            boolean isAlone = !othersIn(connection, id, table);
            if (isAlone) {
                statement.execute("truncate " + table);
            }
            return isAlone;
        }
    }

    private static boolean othersIn(Connection connection, UUID id, String table) throws SQLException {
        try (PreparedStatement others = connection.prepareStatement(OTHERS)) {
            others.setString(1, table);
            others.setObject(2, id);
            try (ResultSet row = others.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
