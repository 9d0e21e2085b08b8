package org.jingzhun.chassis.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jingzhun.chassis.caller.Area;
import org.jspecify.annotations.Nullable;

/** Reads and seals the audit trail. Row-level security shows each reader the records of its area. */
@ApplicationScoped
public class AuditTrail {

    /** Records that one call of {@link #seal} takes: fewer were waiting when it takes fewer. */
    static final int MOST_IN_A_RUN = 5_000;

    private static final String HEAD =
            "select position, encode(hash, 'hex') from audit where position is not null order by position desc limit 1";

    private final AgroalDataSource database;

    AuditTrail(AgroalDataSource database) {
        this.database = database;
    }

    /** @param after number of the record behind which to begin, 0 for the oldest */
    public List<AuditRecord> list(AuditFilter filter, long after, int limit) {
        var where = new StringBuilder("seq > ?");
        var values = new ArrayList<Object>(List.of(after));
        narrow(where, values, "subject = ?", filter.subject);
        narrow(where, values, "action = ?", filter.action);
        narrow(where, values, "object_type = ?", filter.objectType);
        narrow(where, values, "object_id = ?", filter.object);
        narrow(where, values, "household = ?", filter.household == null ? null : filter.household.toString());
        if (filter.division != null) {
            Area area = Area.ofPrefix(filter.division);
            narrow(where, values, "division >= ?", area.from());
            narrow(where, values, "division <= ?", area.to());
        }
        narrow(where, values, "at >= ?", time(filter.from));
        narrow(where, values, "at < ?", time(filter.to));
        String sql = "select seq, at, subject, name, roles, action, object_type, object_id, division, reason, remote,"
                + " trace, details, position, encode(hash, 'hex') as hash from audit where " + where
                + " order by seq limit " + limit;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            var records = new ArrayList<AuditRecord>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.add(read(row));
                }
            }
            return records;
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit trail could not be read", failure);
        }
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static AuditRecord read(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("subject"),
                row.getString("name"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                "%012d".formatted(row.getLong("division")),
                row.getString("reason"),
                row.getString("remote"),
                row.getString("trace"),
                row.getString("details"),
                row.getObject("position", Long.class),
                row.getString("hash"));
    }

    /** @return how many records were added to the chain, {@link #MOST_IN_A_RUN} at most */
    int seal() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select audit_seal()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit trail could not be sealed", failure);
        }
    }

    /** The last record of the chain, when there is one. */
    Optional<Head> head() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(HEAD);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(new Head(row.getLong(1), row.getString(2))) : Optional.empty();
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit trail could not be read", failure);
        }
    }

    /** Place and hash of a record. */
    record Head(long position, String hash) {}
}
