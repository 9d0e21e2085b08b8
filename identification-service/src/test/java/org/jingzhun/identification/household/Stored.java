package org.jingzhun.identification.household;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jingzhun.standalone.platform.PlatformAddresses;

/** Looks into the database as its owner does. */
final class Stored {

    private Stored() {}

    /** A household and its members as text. */
    static String rowsOf(PlatformAddresses.Database database, UUID household) {
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
                PreparedStatement query = connection.prepareStatement("""
                        select h::text || m::text || encode(m.secrets, 'escape') || encode(h.phone, 'escape')
                        from household h join member m on m.household_id = h.id where h.id = ?""")) {
            query.setObject(1, household);
            try (ResultSet row = query.executeQuery()) {
                StringBuilder text = new StringBuilder();
                while (row.next()) {
                    text.append(row.getString(1));
                }
                return text.toString();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What the database says when it refuses a statement of its owner. */
    static String refusalOf(PlatformAddresses.Database database, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
            return "not refused";
        } catch (SQLException refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }
}
