package org.jingzhun.chassis.caller;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionScoped;
import java.sql.SQLException;

/**
 * Tells PostgreSQL the caller's area at the start of each transaction; the policies made by {@code secure_by_area}
 * compare with it. Outside a transaction nothing is set and the policies show no row, so a forgotten transaction or a
 * forgotten {@code where} returns nothing instead of leaking.
 */
@ApplicationScoped
class RowLevelSecurity {

    private static final String SET =
            "select set_config('jingzhun.area_from', ?, true), set_config('jingzhun.area_to', ?, true)";

    private final AgroalDataSource database;
    private final CurrentCaller caller;

    RowLevelSecurity(AgroalDataSource database, CurrentCaller caller) {
        this.database = database;
        this.caller = caller;
    }

    void onTransactionStart(@Observes @Initialized(TransactionScoped.class) Object transaction) throws SQLException {
        Area area = caller.get().area();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SET)) {
            statement.setString(1, Long.toString(area.from()));
            statement.setString(2, Long.toString(area.to()));
            statement.execute();
        }
    }
}
