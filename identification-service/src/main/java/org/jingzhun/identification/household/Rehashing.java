package org.jingzhun.identification.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.chassis.sealing.Sealing;

/**
 * Takes all hashes of id numbers to a new key, in one transaction: members and deliveries match at any moment. Readers go
 * on; whoever writes a hash waits for the end.
 */
@ApplicationScoped
public class Rehashing implements JobKind {

    public static final String KIND = "id-hash-rotation";

    private static final int KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    /** Tables with hashes, and their columns. */
    private static final Map<String, String> COLUMNS = columns();

    private static final String NEXT = "select max(id) + 1 from matching_key";
    private static final String ADD = "insert into matching_key (id, sealed) values (?, ?)";

    private final Sealing sealing;
    private final IdHashes hashes;
    private final SecureRandom random = new SecureRandom();

    Rehashing(Sealing sealing, IdHashes hashes) {
        this.sealing = sealing;
        this.hashes = hashes;
    }

    /**
     * What was done.
     *
     * @param key number of the new key
     * @param hashes how many were taken to it, by table
     */
    record Result(int key, Map<String, Integer> hashes) {}

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

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        Result done = CallerScope.call(
                Caller.system("sealing"), () -> run.checkpoint(Result.class).orElseGet(() -> {
                    var made = new Result[1];
                    run.inChunk(connection -> {
                        made[0] = rehash(connection);
                        return new Progress(
                                made[0],
                                made[0].hashes().values().stream()
                                        .mapToLong(Integer::longValue)
                                        .sum());
                    });
                    return made[0];
                }));
        hashes.reload();
        return Outcome.succeeded(done);
    }

    private Result rehash(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute(COLUMNS.keySet().stream()
                    .collect(Collectors.joining(", ", "lock table ", " in share row exclusive mode")));
        }
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        int id = add(connection, key);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (var column : COLUMNS.entrySet()) {
            counts.put(column.getKey(), take(connection, column.getKey(), column.getValue(), id, key));
        }
        return new Result(id, counts);
    }

    private int add(Connection connection, byte[] key) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement(NEXT);
                ResultSet row = next.executeQuery();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            row.next();
            int id = row.getInt(1);
            add.setInt(1, id);
            add.setBytes(2, sealing.sealBytes(IdHashes.OWNER, key));
            add.executeUpdate();
            return id;
        }
    }

    /** HMAC-SHA-256 (RFC 2104) by the database: no hash leaves it. */
    private static int take(Connection connection, String table, String column, int id, byte[] key)
            throws SQLException {
        String update = "update %1$s set %2$s = set_byte(sha256(? || sha256(? || %2$s)), 0, ?) where %2$s is not null"
                .formatted(table, column);
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setBytes(1, block(key, OUTER));
            statement.setBytes(2, block(key, INNER));
            statement.setInt(3, id);
            return statement.executeUpdate();
        }
    }

    private static byte[] block(byte[] key, byte pad) {
        byte[] block = new byte[BLOCK_BYTES];
        for (int at = 0; at < block.length; at++) {
            block[at] = (byte) ((at < key.length ? key[at] : 0) ^ pad);
        }
        return block;
    }
}
