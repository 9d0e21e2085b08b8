package org.jingzhun.pairing.testing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;

/** Looks into the database, as the service itself does. */
@ApplicationScoped
public class Rows {

    private final AgroalDataSource database;

    Rows(AgroalDataSource database) {
        this.database = database;
    }

    /** The first column of each row as text. */
    public List<String> texts(String sql, Object... parameters) {
        return CallerScope.call(
                Caller.system("test"), () -> QuarkusTransaction.requiringNew().call(() -> read(sql, parameters)));
    }

    private List<String> read(String sql, Object... parameters) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(String.valueOf(row.getString(1)));
                }
            }
        }
        return texts;
    }
}
