package org.jingzhun.pairing.observed.identification;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The poverty register, as far as identification has told of it and the caller's area reaches. */
@ApplicationScoped
public class ObservedHouseholds {

    private final AgroalDataSource database;

    ObservedHouseholds(AgroalDataSource database) {
        this.database = database;
    }

    /** Whether the household counts as poor: all that is not known to have exited or to be removed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isPoor(UUID household) {
        return !exists("select from observed_household where id = ? and status in ('EXITED', 'REMOVED')", household);
    }

    /** Whether the household is monitored so that it does not fall back (监测户). */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isMonitored(UUID household) {
        return exists("select from observed_monitoring where household_id = ? and closed_on is null", household);
    }

    private boolean exists(String query, UUID household) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, household);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Household " + household + " could not be looked up", failure);
        }
    }
}
