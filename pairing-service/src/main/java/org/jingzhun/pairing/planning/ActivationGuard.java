package org.jingzhun.pairing.planning;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.pairing.helper.Rank;
import org.jingzhun.pairing.helper.RankQuota;
import org.jingzhun.pairing.helper.UnitLevel;
import org.jingzhun.pairing.policy.PolicyVersion;

/**
 * Whether a plan may still begin on the day of its activation: what was right when it was computed may be wrong by now. A
 * plan is refused whole, since one without some of its pairs would be neither what was approved nor the best.
 *
 * <p>Each rule is one that the plan's computation keeps, over the same households and helpers, so that a plan made anew does
 * not fall to it.
 */
final class ActivationGuard {

    /** Those that are to be moved, in one order: a transfer that has one of them now ends first. */
    private static final String LOCK_MOVED = """
            select count(*) from (
              select from plan_household h
              join pairing p on p.household_id = h.household_id and p.state = 'ACTIVE' and p.helper_id <> h.helper_id
              where h.plan_id = ? order by p.id for update of p) locked
            """;

    /** After the pairings, as a transfer does, so that none waits for the other; a quota is not passed together. */
    private static final String LOCK_HELPERS = """
            select count(*) from (
              select from helper where id in (select helper_id from plan_household where plan_id = ?)
              order by id for update) locked
            """;

    private static final String PLANNED = """
            with planned as (
              select h.household_id, h.helper_id, h.standing_helper, o.village_code
              from plan_household h join observed_household o on o.id = h.household_id and o.status <> 'REMOVED'
              where h.plan_id = ? and h.helper_id is not null)
            """;

    private static final String FORBIDDEN = PLANNED + """
            select count(*) from planned h join helper c on c.id = h.helper_id
            where exists (select from helper_conflict k where k.helper_id = c.id and k.household_id = h.household_id)
               or c.decides_in is not null and place_covers(c.decides_in, h.village_code)
            """;

    private static final String OUTDATED = PLANNED + """
            select count(*) from planned h
            left join pairing p on p.household_id = h.household_id and p.state = 'ACTIVE'
            where p.helper_id is distinct from h.standing_helper and p.helper_id is distinct from h.helper_id
            """;

    private static final String ABSENT = PLANNED + """
            select count(distinct h.helper_id) from planned h
            join helper_absence a on a.helper_id = h.helper_id and a.since <= ? and (a.until is null or a.until >= ?)
            """;

    /** Beside its pairs of the plan a helper has what the plan does not know, or knew with another helper. */
    private static final String ABOVE_QUOTA = PLANNED + """
            , quota as (select * from unnest(?::text[], ?::text[], ?::boolean[], ?::integer[]) q (rank, level, secretary, most)),
            place as (select division from pairing_plan where id = ?),
            load as (
              select helper_id from planned
              union all
              select p.helper_id from pairing p
              join observed_household o on o.id = p.household_id and o.status in ('POOR', 'RETURNED', 'EXITED')
              where p.state = 'ACTIVE' and p.helper_id in (select helper_id from planned)
                and place_covers((select division from place), p.village_code)
                and not exists (select from plan_household h
                                where h.plan_id = ? and h.household_id = p.household_id
                                  and (h.helper_id is not null or h.standing_helper = p.helper_id)))
            select count(*)
            from (select helper_id, count(*) as households from load group by helper_id) l
            join helper c on c.id = l.helper_id
            join unit u on u.id = c.unit_id
            join quota q on q.rank = c.rank and q.level = u.level
              and q.secretary = exists (select from link f where f.helper_id = c.id and f.kind = 'FIRST_SECRETARY'
                                                               and f.until is null)
            where l.households > q.most
            """;

    private ActivationGuard() {}

    /**
     * Locks what is to change and looks again.
     *
     * @throws PlanRefusal if a conflict, an absence, a quota or a transfer of meanwhile stands against a pair
     */
    static void requireStillRight(Connection connection, UUID plan, LocalDate today, PolicyVersion rankQuotas)
            throws SQLException {
        count(connection, LOCK_MOVED, plan);
        count(connection, LOCK_HELPERS, plan);
        long forbidden = count(connection, FORBIDDEN, plan);
        if (forbidden > 0) {
            throw new PlanRefusal.InConflict(plan, forbidden);
        }
        require(plan, PlanRefusal.Change.HOUSEHOLDS_MOVED, count(connection, OUTDATED, plan));
        require(
                plan,
                PlanRefusal.Change.HELPERS_ABSENT,
                count(connection, ABSENT, plan, Date.valueOf(today), Date.valueOf(today)));
        require(plan, PlanRefusal.Change.QUOTA_EXCEEDED, aboveQuota(connection, plan, rankQuotas));
    }

    private static void require(UUID plan, PlanRefusal.Change change, long count) {
        if (count > 0) {
            throw new PlanRefusal.Overtaken(plan, change, count);
        }
    }

    private static long aboveQuota(Connection connection, UUID plan, PolicyVersion rankQuotas) throws SQLException {
        List<String> ranks = new ArrayList<>();
        List<String> levels = new ArrayList<>();
        List<Boolean> secretaries = new ArrayList<>();
        List<Integer> most = new ArrayList<>();
        for (Rank rank : Rank.values()) {
            for (UnitLevel level : UnitLevel.values()) {
                for (boolean secretary : new boolean[] {false, true}) {
                    ranks.add(rank.name());
                    levels.add(level.name());
                    secretaries.add(secretary);
                    most.add(RankQuota.of(rankQuotas, rank, level, secretary));
                }
            }
        }
        return count(
                connection,
                ABOVE_QUOTA,
                plan,
                connection.createArrayOf("text", ranks.toArray()),
                connection.createArrayOf("text", levels.toArray()),
                connection.createArrayOf("boolean", secretaries.toArray()),
                connection.createArrayOf("integer", most.toArray()),
                plan,
                plan);
    }

    private static long count(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
