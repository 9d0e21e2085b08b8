package org.jingzhun.pairing.planning;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.pairing.pairing.PairingState;
import org.jingzhun.pairing.policy.PolicyVersion;
import org.jingzhun.pairing.published.PairingEvent;

/**
 * Turns the pairs of a plan into pairings, all in one transaction. A household that has the planned helper already keeps
 * its pairing; one that has another is transferred; one that the register has removed since is passed over.
 */
@ApplicationScoped
class Activation {

    private static final String END_MOVED = """
            update pairing p set state = 'CLOSED', until = greatest(p.since, ?), ended_by = 'TRANSFER',
                                 reason = 'Pairing plan ' || h.plan_id, revision = p.revision + 1
            from plan_household h join observed_household o on o.id = h.household_id and o.status <> 'REMOVED'
            where h.plan_id = ? and p.household_id = h.household_id and p.state = 'ACTIVE' and p.helper_id <> h.helper_id
            """;

    private static final String BEGIN = """
            insert into pairing (id, household_id, village_code, helper_id, plan_id, since, state, revision)
            select uuidv7(), h.household_id, o.village_code, h.helper_id, h.plan_id, ?, 'ACTIVE',
                   coalesce((select max(e.revision) from pairing e where e.household_id = h.household_id), 0) + 1
            from plan_household h join observed_household o on o.id = h.household_id and o.status <> 'REMOVED'
            where h.plan_id = ? and h.helper_id is not null
              and not exists (select from pairing a where a.household_id = h.household_id and a.state = 'ACTIVE')
            order by h.household_id
            """;

    private static final String TOLD = """
            select p.id, p.household_id, p.village_code::text, p.helper_id, h.name, u.name as unit, h.post, p.since,
                   p.revision,
                   exists (select from pairing e where e.household_id = p.household_id and e.ended_by = 'TRANSFER'
                           and e.revision = p.revision - 1) as transferred
            from pairing p join helper h on h.id = p.helper_id join unit u on u.id = h.unit_id
            where p.plan_id = ? and p.state = 'ACTIVE' order by p.household_id
            """;

    private final AgroalDataSource database;
    private final Outbox outbox;

    Activation(AgroalDataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * @param begun pairings that began
     * @param moved of them, those that took a household over from another helper
     */
    record Done(int begun, int moved) {}

    /**
     * @param rankQuotas the policy of today
     * @throws PlanRefusal if what the plan was computed from has changed so that a pair must not begin; none begins then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Done activate(UUID plan, LocalDate today, PolicyVersion rankQuotas) {
        try (Connection connection = database.getConnection()) {
            ActivationGuard.requireStillRight(connection, plan, today, rankQuotas);
            int moved = execute(connection, END_MOVED, plan, today);
            int begun = execute(connection, BEGIN, plan, today);
            outbox.publish(told(connection, plan));
            return new Done(begun, moved);
        } catch (SQLException failure) {
            throw new IllegalStateException("Plan " + plan + " could not be activated", failure);
        }
    }

    private static int execute(Connection connection, String sql, UUID plan, LocalDate today) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setDate(1, Date.valueOf(today));
            statement.setObject(2, plan);
            return statement.executeUpdate();
        }
    }

    private static List<OutboxEvent> told(Connection connection, UUID plan) throws SQLException {
        List<OutboxEvent> events = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TOLD)) {
            statement.setObject(1, plan);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    PairingEvent event = event(row);
                    events.add(new OutboxEvent(
                            PairingEvent.TOPIC,
                            event.householdId().toString(),
                            event.type().code(),
                            event));
                }
            }
        }
        return events;
    }

    private static PairingEvent event(ResultSet row) throws SQLException {
        return new PairingEvent(
                row.getBoolean("transferred")
                        ? PairingEvent.Type.HOUSEHOLD_TRANSFERRED
                        : PairingEvent.Type.HOUSEHOLD_PAIRED,
                row.getObject("id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getString("village_code"),
                row.getObject("helper_id", UUID.class),
                row.getString("name"),
                row.getString("unit"),
                row.getString("post"),
                row.getObject("since", LocalDate.class),
                null,
                PairingState.ACTIVE.name(),
                row.getLong("revision"));
    }
}
