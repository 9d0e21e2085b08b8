package org.jingzhun.chassis.parcel;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;

/** Looks into the database from a test. */
@ApplicationScoped
public class Database {

    private final AgroalDataSource database;

    Database(AgroalDataSource database) {
        this.database = database;
    }

    /** The first column of every row, as the service sees the whole country. */
    public List<Object> column(String sql, Object... arguments) {
        return CallerScope.call(
                Caller.system("test"), () -> QuarkusTransaction.requiringNew().call(() -> query(sql, arguments)));
    }

    public long count(String sql, Object... arguments) {
        return ((Number) column(sql, arguments).getFirst()).longValue();
    }

    private List<Object> query(String sql, Object... arguments) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, arguments);
                ResultSet row = statement.executeQuery()) {
            List<Object> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getObject(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** As the role of the service. */
    public int execute(String sql, Object... arguments) {
        return CallerScope.call(
                Caller.system("test"), () -> QuarkusTransaction.requiringNew().call(() -> {
                    try (Connection connection = database.getConnection();
                            PreparedStatement statement = prepared(connection, sql, arguments)) {
                        return statement.executeUpdate();
                    }
                }));
    }

    /** As the role that owns the schema. */
    public static void executeAsOwner(String... statements) throws SQLException {
        var own = PlatformResource.platform().addresses().database("chassis");
        try (Connection connection = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
