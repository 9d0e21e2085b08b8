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

    /** What the households had before is read first: looked up for each, it would be sought among the rows just written. */
    private static final String BEGIN = """
            with planned as (
              select h.household_id, o.village_code, h.helper_id, h.plan_id
              from plan_household h join observed_household o on o.id = h.household_id and o.status <> 'REMOVED'
              where h.plan_id = ? and h.helper_id is not null),
            had as materialized (
              select household_id, max(revision) as revision, bool_or(state = 'ACTIVE') as helped
              from pairing where household_id in (select household_id from planned) group by household_id)
            insert into pairing (id, household_id, village_code, helper_id, plan_id, since, state, revision)
            select uuidv7(), p.household_id, p.village_code, p.helper_id, p.plan_id, ?, 'ACTIVE', coalesce(e.revision, 0) + 1
            from planned p left join had e on e.household_id = p.household_id
            where e.helped is not true
            order by p.household_id
            """;

    private static final String TOLD = """
            select p.id, p.household_id, p.village_code::text, p.helper_id, h.name, u.name as unit, h.post, p.since,
                   p.revision,
                   exists (select from pairing e where e.household_id = p.household_id and e.ended_by = 'TRANSFER'
                           and e.revision = p.revision - 1) as transferred
            from pairing p join helper h on h.id = p.helper_id join unit u on u.id = h.unit_id
            where p.plan_id = ? and p.state = 'ACTIVE' order by p.household_id
            """;

    private static final int TOLD_AT_ONCE = 5_000;

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
            int moved = execute(connection, END_MOVED, Date.valueOf(today), plan);
            int begun = execute(connection, BEGIN, plan, Date.valueOf(today));
            tell(connection, plan);
            return new Done(begun, moved);
        } catch (SQLException failure) {
            throw new IllegalStateException("Plan " + plan + " could not be activated", failure);
        }
    }

    private static int execute(Connection connection, String sql, Object first, Object second) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, first);
            statement.setObject(2, second);
            return statement.executeUpdate();
        }
    }

    /** In blocks: a region has more events than fit in memory beside all else. */
    private void tell(Connection connection, UUID plan) throws SQLException {
        List<OutboxEvent> block = new ArrayList<>(TOLD_AT_ONCE);
        try (PreparedStatement statement = connection.prepareStatement(TOLD)) {
            statement.setFetchSize(TOLD_AT_ONCE);
            statement.setObject(1, plan);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    PairingEvent event = event(row);
                    block.add(new OutboxEvent(
                            PairingEvent.TOPIC,
                            event.householdId().toString(),
                            event.type().code(),
                            event));
                    if (block.size() == TOLD_AT_ONCE) {
                        outbox.publish(block);
                        block.clear();
                    }
                }
            }
        }
        outbox.publish(block);
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
