package org.jingzhun.identification.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jingzhun.chassis.sealing.Sealing;

/**
 * What happens in the tables when hashes are taken to a new key. Each method wants a transaction of its own, in which it
 * holds everybody off who writes hashes; its statements give up after 200 ms of waiting for others.
 */
@ApplicationScoped
class MovingHashes {

    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    /** Tables with hashes, and their columns. */
    private static final Map<String, String> COLUMNS = columns();

    /** Of these the ones by which blocks are cut; others have few persons whom none of these has. */
    private static final List<String> CUT_BY =
            List.of("member", "asset_record", "assistance_record", "risk_record", "special_record");

    /** So long writers may be kept waiting by somebody who waits himself; the database's triggers let this one pass. */
    private static final List<String> MANNERS = List.of(
            "set local lock_timeout = '200ms'",
            "set local jingzhun.rehashing = 'on'",
            COLUMNS.keySet().stream().collect(Collectors.joining(", ", "lock table ", " in share row exclusive mode")));

    private static final String INCOMPLETE = "select max(id) from matching_key where not complete";
    private static final String ADD =
            "insert into matching_key (id, sealed, complete) select max(id) + 1, ?, false from matching_key returning id";
    private static final String SEALED = "select sealed from matching_key where id = ? and not complete";
    private static final String COMPLETE = "update matching_key set complete = true where id = ?";

    private static final String LAST_OF_BLOCK = CUT_BY.stream()
            .map(table -> "(select %2$s as hash from %1$s where %2$s < ? order by %2$s offset ? limit 1)"
                    .formatted(table, COLUMNS.get(table)))
            .collect(Collectors.joining(" union all ", "select hash from (", ") each order by hash limit 1"));

    /** HMAC-SHA-256 (RFC 2104) by the database: no hash leaves it. */
    private static final String TAKEN = "set_byte(sha256(? || sha256(? || %s)), 0, ?)";

    private static final String REMEMBER = COLUMNS.entrySet().stream()
            .map(column ->
                    "select %2$s as hash from %1$s where %2$s <= ?".formatted(column.getKey(), column.getValue()))
            .collect(Collectors.joining(
                    " union ",
                    "insert into moved_hash (former, hash) select hash, " + TAKEN.formatted("hash") + " from (",
                    ") each on conflict (former) do nothing"));

    private final Sealing sealing;
    private final SecureRandom random = new SecureRandom();

    MovingHashes(Sealing sealing) {
        this.sealing = sealing;
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("special_record", "person");
        for (String table : new String[] {"member", "asset_record", "assistance_record", "risk_record", "flag"}) {
            columns.put(table, "id_hash");
        }
        for (String table : new String[] {"member", "asset_record", "assistance_record", "risk_record"}) {
            columns.put("staged_" + table, "id_hash");
        }
        columns.put("staged_special_record", "person");
        return columns;
    }

    private static void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : MANNERS) {
                statement.execute(sql);
            }
        }
    }

    /** @return number of the key to which hashes are taken now: the one that somebody began with, otherwise a new one */
    int key(Connection connection) throws SQLException {
        begin(connection);
        try (PreparedStatement begun = connection.prepareStatement(INCOMPLETE);
                ResultSet row = begun.executeQuery()) {
            row.next();
            int id = row.getInt(1);
            return row.wasNull() ? add(connection) : id;
        }
    }

    private int add(Connection connection) throws SQLException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        watch(connection, true);
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setBytes(1, sealing.sealBytes(IdHashes.OWNER, key));
            try (ResultSet row = add.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void watch(Connection connection, boolean watched) throws SQLException {
        try (PreparedStatement watch = connection.prepareStatement("select watch_moved_hashes(?)")) {
            watch.setBoolean(1, watched);
            watch.executeQuery().close();
        }
    }

    /**
     * Takes a block of persons to a key; when none is left, the key is complete.
     *
     * @param persons of the block, about; 1 or more
     * @return how many hashes were taken, by table; nothing when the key is complete
     */
    Map<String, Integer> take(Connection connection, int id, int persons) throws SQLException {
        begin(connection);
        byte[] sealed = one(connection, SEALED, id);
        if (sealed.length == 0) {
            return Map.of();
        }
        byte[] key = sealing.openBytes(IdHashes.OWNER, sealed);
        byte[] last = lastOfBlock(connection, new byte[] {(byte) id}, persons);
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (remember(connection, key, id, last) > 0) {
            for (var column : COLUMNS.entrySet()) {
                counts.put(column.getKey(), take(connection, column.getKey(), column.getValue(), id, key, last));
            }
            return counts;
        }
        try (PreparedStatement complete = connection.prepareStatement(COMPLETE)) {
            complete.setInt(1, id);
            complete.executeUpdate();
        }
        watch(connection, false);
        return counts;
    }

    private static byte[] one(Connection connection, String sql, int id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        }
    }

    /** @param end behind all hashes under former keys */
    private static byte[] lastOfBlock(Connection connection, byte[] end, int persons) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_OF_BLOCK)) {
            for (int table = 0; table < CUT_BY.size(); table++) {
                statement.setBytes(2 * table + 1, end);
                statement.setInt(2 * table + 2, persons - 1);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getBytes(1) : end;
            }
        }
    }

    private static int remember(Connection connection, byte[] key, int id, byte[] last) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            int at = taken(statement, key, id);
            for (int table = 0; table < COLUMNS.size(); table++) {
                statement.setBytes(at + table, last);
            }
            return statement.executeUpdate();
        }
    }

    private static int take(Connection connection, String table, String column, int id, byte[] key, byte[] last)
            throws SQLException {
        String update = "update %1$s set %2$s = %3$s where %2$s <= ?".formatted(table, column, TAKEN.formatted(column));
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setBytes(taken(statement, key, id), last);
            return statement.executeUpdate();
        }
    }

    /** @return the parameter behind those of {@link #TAKEN} */
    private static int taken(PreparedStatement statement, byte[] key, int id) throws SQLException {
        statement.setBytes(1, block(key, OUTER));
        statement.setBytes(2, block(key, INNER));
        statement.setInt(3, id);
        return 4;
    }

    private static byte[] block(byte[] key, byte pad) {
        byte[] block = new byte[BLOCK_BYTES];
        for (int at = 0; at < block.length; at++) {
            block[at] = (byte) ((at < key.length ? key[at] : 0) ^ pad);
        }
        return block;
    }
}
