package org.jingzhun.chassis.query;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements in the caller's transaction, so that row-level security holds. Parameters are bound in order; instants as
 * {@code timestamptz}, arrays of {@code Long}, {@code String} and {@code UUID} as PostgreSQL arrays. A parameter that
 * may be null needs a cast in the statement.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Database {

    private static final int BATCH = 1_000;

    private final AgroalDataSource source;

    Database(AgroalDataSource source) {
        this.source = source;
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = bound(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException failure) {
            throw new IllegalStateException("Query failed: " + sql, failure);
        }
    }

    public <T> Optional<T> find(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** @return rows inserted or changed */
    public int execute(String sql, @Nullable Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = bound(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("Statement failed: " + sql, failure);
        }
    }

    /** The same statement for each row of parameters, sent in batches. */
    public void executeAll(String sql, List<@Nullable Object[]> rows) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (var row : rows) {
                bind(connection, statement, row);
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("Batch failed: " + sql, failure);
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(connection, statement, parameters);
        return statement;
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int p = 0; p < parameters.length; p++) {
            Object parameter = parameters[p];
            switch (parameter) {
                case Instant instant -> statement.setObject(p + 1, instant.atOffset(ZoneOffset.UTC));
                case Long[] numbers -> statement.setArray(p + 1, connection.createArrayOf("bigint", numbers));
                case Object[] texts -> statement.setArray(p + 1, connection.createArrayOf("text", texts));
                case null, default -> statement.setObject(p + 1, parameter);
            }
        }
    }
}
