package org.jingzhun.identification.division;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.identification.published.DivisionRecorded;

/** Tells others about divisions that have changed. */
@ApplicationScoped
public class DivisionEvents {

    private static final String CHANGED_IN_THIS_TRANSACTION = """
            select code::text, name, level, parent::text, valid_from, valid_to, successor::text, poor_village, exited_on,
                   households, persons, revision
            from division where changed_in = pg_current_xact_id() order by code
            """;

    private final AgroalDataSource database;
    private final Outbox outbox;

    DivisionEvents(AgroalDataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Publishes the state of every division that the current transaction has written. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publishChanged() {
        List<OutboxEvent> events = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(CHANGED_IN_THIS_TRANSACTION);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                DivisionRecorded recorded = new DivisionRecorded(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getObject(9, LocalDate.class),
                        row.getInt(10),
                        row.getInt(11),
                        row.getLong(12));
                events.add(new OutboxEvent(DivisionRecorded.TOPIC, recorded.code(), DivisionRecorded.TYPE, recorded));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("changed divisions could not be published", failure);
        }
        outbox.publish(events);
    }
}
