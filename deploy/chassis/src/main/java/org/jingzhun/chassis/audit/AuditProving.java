package org.jingzhun.chassis.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/** Recomputes the whole chain and holds it against the heads outside the database. */
@ApplicationScoped
class AuditProving {

    private static final int ROWS_AT_ONCE = 5_000;

    /** The text is that of the function by which records are sealed. */
    private static final String RECORDS = """
            select position, prev_hash, hash, pg_catalog.jsonb_build_array(
              position, seq, extract(epoch from at)::text, subject, name, pg_catalog.to_jsonb(roles), action, object_type,
              object_id, division, reason, remote, trace, details)::text,
              household is not distinct from case when object_type = 'household' then object_id else details ->> 'household' end
            from audit where position is not null order by position
            """;

    private static final String UNSEALED = "select count(*) from audit where position is null";

    private static final String UNPROTECTED = """
            select count(*) from audit
            where (position is null or position > ?) and at < clock_timestamp() - make_interval(secs => ?)
            """;

    /** Sealing takes a second, sending a head ten: what waits so long is not on its way, but kept back. */
    static final Duration LONGEST_WAY = Duration.ofMinutes(15);

    private final AgroalDataSource database;
    private final AuditHeads heads;

    AuditProving(AgroalDataSource database, AuditHeads heads) {
        this.database = database;
        this.heads = heads;
    }

    /** @param noted a place and hash that somebody noted; {@code null} when nobody did */
    AuditProof prove(AuditTrail.@Nullable Head noted) {
        List<AuditHead> published = published();
        return CallerScope.call(
                Caller.system("audit-proof"),
                () -> QuarkusTransaction.requiringNew().timeout(3600).call(() -> compare(published, noted)));
    }

    private List<AuditHead> published() {
        try {
            return heads.list();
        } catch (KafkaException unreachable) {
            throw Problem.of(503, "audit-heads-unreachable", heads.topic()).asException();
        }
    }

    private AuditProof compare(List<AuditHead> published, AuditTrail.@Nullable Head noted) {
        var chain = new AuditChain(published);
        long sealed = 0;
        String head = null;
        boolean found = false;
        try (Connection connection = database.getConnection();
                PreparedStatement records = connection.prepareStatement(RECORDS);
                PreparedStatement unsealed = connection.prepareStatement(UNSEALED);
                PreparedStatement unprotected = connection.prepareStatement(UNPROTECTED)) {
            records.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = records.executeQuery()) {
                while (row.next()) {
                    byte[] hash = row.getBytes(3);
                    chain.follow(row.getLong(1), row.getBytes(2), hash, row.getString(4), row.getBoolean(5));
                    head = HexFormat.of().formatHex(hash);
                    found |= noted != null && noted.equals(new AuditTrail.Head(row.getLong(1), head));
                    sealed++;
                }
            }
            AuditHead last = chain.lastPublished();
            unprotected.setLong(1, last == null ? 0 : last.position());
            unprotected.setLong(2, LONGEST_WAY.toSeconds());
            return AuditProof.of(
                    chain,
                    sealed,
                    count(unsealed),
                    count(unprotected),
                    head,
                    noted == null ? null : found,
                    heads.publicKey());
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit trail could not be proved", failure);
        }
    }

    private static long count(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
