package org.jingzhun.identification.household;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.identification.household.identity.ResidentId;
import org.jspecify.annotations.Nullable;

/**
 * Makes the keyed hashes by which a person is found in the deliveries of departments without the id number being stored.
 * Their keys lie in the database, sealed: a rotation of the secrets seals them anew and leaves every hash as it is.
 */
@ApplicationScoped
public class IdHashes {

    /** For whom the keys are sealed. */
    static final UUID OWNER = new UUID(0, 1);

    private static final String KEYS = "select sealed, complete from matching_key order by id";
    private static final String FIRST =
            "insert into matching_key (id, sealed) values (1, ?) on conflict (id) do nothing";

    private final Sealing sealing;
    private final AgroalDataSource database;
    private volatile @Nullable Known known;

    /**
     * The keys.
     *
     * @param complete of these how many hashes are made under; to the one behind them hashes are being taken
     */
    private record Known(HashChain chain, int complete) {}

    private record Key(byte[] bytes, boolean isComplete) {}

    IdHashes(Sealing sealing, AgroalDataSource database) {
        this.sealing = sealing;
        this.database = database;
    }

    /** 32 bytes, the first of which is the number of the key. */
    public byte[] hash(ResidentId id) {
        Known keys = keys();
        return keys.chain().hash(text(id), keys.complete());
    }

    /** Whether a hash is of the person, be it under the key under which hashes are made or under the one to come. */
    public boolean isOf(ResidentId id, byte[] hash) {
        Known keys = keys();
        int under = hash[0];
        if (under > keys.chain().length()) {
            keys = reload();
        }
        return under <= keys.chain().length() && Arrays.equals(keys.chain().hash(text(id), under), hash);
    }

    private Known keys() {
        Known keys = known;
        return keys == null ? reload() : keys;
    }

    private static byte[] text(ResidentId id) {
        return id.number().getBytes(StandardCharsets.US_ASCII);
    }

    /** Another replica may have completed a key; until this one knows, the database refuses hashes under the former. */
    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void refresh() {
        reload();
    }

    /** Reads the keys; the first is made of the primary secret when there is none yet. */
    private Known reload() {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                List<Key> keys = keys(connection);
                if (keys.isEmpty()) {
                    first(connection);
                    keys = keys(connection);
                }
                Known before = known;
                HashChain chain = before != null && before.chain().length() == keys.size()
                        ? before.chain()
                        : new HashChain(keys.stream().map(Key::bytes).toList());
                Known found = new Known(
                        chain, (int) keys.stream().filter(Key::isComplete).count());
                known = found;
                return found;
            }
        });
    }

    private List<Key> keys(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEYS);
                ResultSet row = statement.executeQuery()) {
            List<Key> keys = new ArrayList<>();
            while (row.next()) {
                keys.add(new Key(sealing.openBytes(OWNER, row.getBytes(1)), row.getBoolean(2)));
            }
            return keys;
        }
    }

    private void first(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST)) {
            statement.setBytes(1, sealing.sealBytes(OWNER, sealing.derived("hashes of id numbers")));
            statement.executeUpdate();
        }
    }
}
