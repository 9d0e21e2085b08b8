package org.jingzhun.chassis.caller;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
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
    private final TransactionManager transactions;

    RowLevelSecurity(AgroalDataSource database, CurrentCaller caller, TransactionManager transactions) {
        this.database = database;
        this.caller = caller;
        this.transactions = transactions;
    }

    /**
     * Whoever begins a transaction is told of a failure as if it had not begun, and so never ends it: the thread would keep
     * it, with a connection that may be broken, for whatever it does next.
     */
    void onTransactionStart(@Observes @Initialized(TransactionScoped.class) Object transaction)
            throws SQLException, SystemException {
        boolean told = false;
        try {
            tell(caller.get().area());
            told = true;
        } finally {
            if (!told) {
                transactions.rollback();
            }
        }
    }

    private void tell(Area area) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SET)) {
            statement.setString(1, Long.toString(area.from()));
            statement.setString(2, Long.toString(area.to()));
            statement.execute();
        }
    }
}
