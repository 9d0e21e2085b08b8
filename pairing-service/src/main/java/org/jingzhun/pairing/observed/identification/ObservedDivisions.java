package org.jingzhun.pairing.observed.identification;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The divisions that identification has told of. */
@ApplicationScoped
public class ObservedDivisions {

    private final AgroalDataSource database;

    ObservedDivisions(AgroalDataSource database) {
        this.database = database;
    }

    /** Whether identification knows a village of this code. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isVillage(long code) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select from observed_division where code = ? and level = 'VILLAGE'")) {
            statement.setLong(1, code);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Division " + code + " could not be looked up", failure);
        }
    }
}
