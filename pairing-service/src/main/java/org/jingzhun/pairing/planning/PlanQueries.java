package org.jingzhun.pairing.planning;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.pairing.cause.Cause;
import org.jingzhun.pairing.pairing.matching.Alternative;
import org.jingzhun.pairing.pairing.matching.CostTerms;
import org.jingzhun.pairing.pairing.matching.Costs;
import org.jingzhun.pairing.pairing.matching.Hamlet;
import org.jingzhun.pairing.pairing.matching.HamletRule;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.HouseholdToPair;
import org.jspecify.annotations.Nullable;

/** Reads what a plan says: its pairs, their explanation, and the unpaired. */
@ApplicationScoped
public class PlanQueries {

    private static final int ALTERNATIVES = 3;

    private static final UUID LOWEST = new UUID(0, 0);

    /** Who might have had a household, but for other reasons: places, kin, an office. */
    private static final String OFFERED = """
            select from plan_helper p
            where p.plan_id = h.plan_id and p.quota > 0
              and p.area in (0, h.village_code, h.village_code / 1000 * 1000, h.village_code / 1000000 * 1000000,
                             h.village_code / 100000000 * 100000000, h.village_code / 10000000000 * 10000000000)""";

    private static final String ALLOWED = OFFERED + """

              and (p.decides_in is null or not place_covers(p.decides_in, h.village_code))
              and position(p.helper_id::text in h.excluded) = 0""";

    /**
     * None while the plan is computed. Each question ends at the first helper that answers it; who has places left is asked only
     * under the rule of hamlets.
     */
    private static final String ROWS = """
            select h.*, d.name as village_name, o.householder, c.name as helper_name, u.name as helper_unit,
                   case when h.helper_id is not null then null
                        when not exists (%1$s) then 'NO_HELPERS'
                        when not exists (%2$s) then 'CONFLICT_OF_INTEREST'
                        when a.one_or_adjacent_hamlets and exists (%2$s and p.households < p.quota) then 'HAMLET_RULE'
                        else 'QUOTAS_EXHAUSTED' end as reason
            from plan_household h
            join pairing_plan a on a.id = h.plan_id and a.cost is not null
            left join observed_household o on o.id = h.household_id
            left join observed_division d on d.code = h.village_code
            left join helper c on c.id = h.helper_id
            left join unit u on u.id = c.unit_id
            where h.plan_id = ? and h.village_code between ? and ? and (h.village_code, h.household_id) > (?, ?)
              and (?::uuid is null or h.household_id = ?) and (?::uuid is null or h.helper_id = ?) and (h.helper_id is null) = ?
            order by h.village_code, h.household_id limit ?
            """.formatted(OFFERED, ALLOWED);

    private final PairingPlans plans;
    private final PlanRows rows;
    private final PlanLand land;
    private final AgroalDataSource database;

    PlanQueries(PairingPlans plans, PlanRows rows, PlanLand land, AgroalDataSource database) {
        this.plans = plans;
        this.rows = rows;
        this.land = land;
        this.database = database;
    }

    /** A pair with its reasons. */
    public record Explained(PairRow pair, CostTerms terms, List<Choice> alternatives, boolean oneOrAdjacentHamlets) {}

    /** A helper that was not chosen. */
    public record Choice(Alternative alternative, String helperName, String helperUnit) {}

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The pairs of a plan by village and household.
     *
     * @param helper only those of this helper; null for all
     */
    public Slice<PairRow> pairs(UUID plan, Area area, @Nullable UUID helper, @Nullable Cursor after, int limit) {
        List<PairRow> found = list(new Wanted(plan, area, null, helper, false), after, limit + 1, PlanQueries::pair);
        return Slice.of(found, limit, last -> Cursor.of(last.villageCode(), last.householdId()));
    }

    /** The households without a pair. */
    public Slice<UnpairedRow> unpaired(PairingPlan plan, Area area, @Nullable Cursor after, int limit) {
        List<UnpairedRow> found =
                list(new Wanted(plan.id(), area, null, null, true), after, limit + 1, PlanQueries::unpaired);
        return Slice.of(found, limit, last -> Cursor.of(last.villageCode(), last.householdId()));
    }

    /** One pair with its cost terms and the next best helpers; empty if the plan has no such pair. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Explained> explain(UUID id, UUID household) {
        PairingPlan plan = plans.findById(id);
        Figures figures = plan == null ? null : plan.figures();
        if (plan == null || figures == null) {
            return Optional.empty();
        }
        return rows.find(id, household)
                .filter(planned -> planned.helper() != null)
                .map(planned -> explain(plan, planned));
    }

    private Explained explain(PairingPlan plan, PlanRows.Planned planned) {
        HouseholdToPair household = planned.household();
        PairRow row = list(
                        new Wanted(plan.id(), Area.EVERYWHERE, household.id(), null, false), null, 1, PlanQueries::pair)
                .getFirst();
        PlanRows.Offered offered = rows.offeredTo(plan.id(), household.village());
        boolean rule = plan.terms().oneOrAdjacentHamlets();
        List<Choice> choices = Alternative.nextBest(
                        new Costs(plan.terms().weights(), land.villages(plan.id())),
                        rule ? withinTheRule(plan.id(), household, offered.helpers()) : offered.helpers(),
                        offered.potentials(),
                        household,
                        planned.helper(),
                        ALTERNATIVES)
                .stream()
                .map(this::choice)
                .toList();
        return new Explained(row, planned.terms(), choices, rule);
    }

    /** Those who could have the household beside those that they have in the plan. */
    private List<HelperToPair> withinTheRule(UUID plan, HouseholdToPair household, List<HelperToPair> helpers) {
        HamletRule rule = land.rule(plan);
        Map<UUID, Collection<Hamlet>> posts = land.posts(plan, household.id());
        return helpers.stream()
                .filter(helper -> {
                    List<Hamlet> hamlets = new ArrayList<>(posts.getOrDefault(helper.id(), List.of()));
                    hamlets.add(household.home());
                    return rule.allows(hamlets);
                })
                .toList();
    }

    private Choice choice(Alternative alternative) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select h.name, u.name from helper h join unit u on u.id = h.unit_id where h.id = ?")) {
            statement.setObject(1, alternative.helper());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new Choice(alternative, row.getString(1), row.getString(2))
                        : new Choice(alternative, "", "");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Helper " + alternative.helper() + " could not be read", failure);
        }
    }

    /** Which rows of a plan. */
    private record Wanted(
            UUID plan,
            Area area,
            @Nullable UUID household,
            @Nullable UUID helper,
            boolean unpaired) {}

    private <T> List<T> list(Wanted wanted, @Nullable Cursor after, int limit, RowReader<T> reader) {
        long village = after == null ? 0 : after.number(0);
        UUID behind = after == null ? LOWEST : after.id(1);
        List<T> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setObject(1, wanted.plan());
            statement.setLong(2, wanted.area().from());
            statement.setLong(3, wanted.area().to());
            statement.setLong(4, village);
            statement.setObject(5, behind);
            statement.setObject(6, wanted.household());
            statement.setObject(7, wanted.household());
            statement.setObject(8, wanted.helper());
            statement.setObject(9, wanted.helper());
            statement.setBoolean(10, wanted.unpaired());
            statement.setInt(11, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("Plan " + wanted.plan() + " could not be read", failure);
        }
    }

    private static PairRow pair(ResultSet row) throws SQLException {
        return new PairRow(
                row.getObject("household_id", UUID.class),
                row.getString("village_code"),
                row.getString("village_name"),
                row.getString("hamlet"),
                row.getString("householder"),
                Cause.valueOf(row.getString("main_cause")),
                row.getBoolean("poor"),
                row.getObject("helper_id", UUID.class),
                row.getString("helper_name"),
                row.getString("helper_unit"),
                row.getObject("standing_helper", UUID.class),
                row.getInt("place"),
                PlanRows.terms(row).total());
    }

    private static UnpairedRow unpaired(ResultSet row) throws SQLException {
        return new UnpairedRow(
                row.getObject("household_id", UUID.class),
                row.getString("village_code"),
                row.getString("village_name"),
                row.getString("hamlet"),
                row.getString("householder"),
                Cause.valueOf(row.getString("main_cause")),
                row.getBoolean("poor"),
                UnpairedRow.Reason.valueOf(row.getString("reason")));
    }
}
