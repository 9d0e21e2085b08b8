package org.jingzhun.pairing.planning;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jingzhun.chassis.query.Streaming;
import org.jingzhun.pairing.cause.Cause;
import org.jingzhun.pairing.pairing.matching.CostTerms;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.HouseholdToPair;
import org.jingzhun.pairing.pairing.matching.Pair;
import org.jingzhun.pairing.pairing.matching.PairingProblem;
import org.jingzhun.pairing.pairing.matching.PairingResult;
import org.jspecify.annotations.Nullable;

/** Reads the frozen inputs of a plan and what came of them, as they were. */
@ApplicationScoped
class PlanRows {

    private static final String OFFERED = """
            with home as (select ?::uuid as plan, ?::bigint as village)
            select h.* from home, plan_helper h
            where h.plan_id = home.plan
              and h.area in (0, village, village / 1000 * 1000, village / 1000000 * 1000000,
                             village / 100000000 * 100000000, village / 10000000000 * 10000000000)
            order by h.helper_id
            """;

    private final AgroalDataSource database;
    private final PlanLand land;

    PlanRows(AgroalDataSource database, PlanLand land) {
        this.database = database;
        this.land = land;
    }

    /** The problem and its solution as they were stored. */
    record Solved(PairingProblem problem, PairingResult result) {}

    /** A household of a plan with its helper, if it has one. */
    record Planned(HouseholdToPair household, @Nullable UUID helper, CostTerms terms) {}

    /** Helpers with the prices of places at them. */
    record Offered(List<HelperToPair> helpers, Map<UUID, Long> potentials) {}

    /** @param cost as the plan states it */
    @Transactional(Transactional.TxType.MANDATORY)
    Solved read(UUID plan, Terms terms, long cost) {
        List<HouseholdToPair> households = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        List<UUID> unpaired = new ArrayList<>();
        Map<UUID, Long> prices = new HashMap<>();
        each("select * from plan_household where plan_id = ? order by household_id", List.of(plan), row -> {
            HouseholdToPair household = household(row);
            households.add(household);
            Long price = row.getObject("price", Long.class);
            if (price != null) {
                prices.put(household.id(), price);
            }
            UUID helper = row.getObject("helper_id", UUID.class);
            if (helper == null) {
                unpaired.add(household.id());
            } else {
                pairs.add(new Pair(household.id(), helper, row.getInt("place"), terms(row)));
            }
        });
        Offered offered = offered("select * from plan_helper where plan_id = ? order by helper_id", List.of(plan));
        return new Solved(
                new PairingProblem(
                        households,
                        offered.helpers(),
                        terms.weights(),
                        land.villages(plan),
                        terms.oneOrAdjacentHamlets() ? land.rule(plan) : null),
                new PairingResult(pairs, unpaired, cost, offered.potentials(), prices, null));
    }

    /** One household of a plan; empty if the plan has none with this id. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Planned> find(UUID plan, UUID household) {
        List<Planned> found = new ArrayList<>();
        each(
                "select * from plan_household where plan_id = ? and household_id = ?",
                List.of(plan, household),
                row -> found.add(new Planned(household(row), row.getObject("helper_id", UUID.class), terms(row))));
        return found.stream().findFirst();
    }

    /** The helpers of a plan who may help in a village, as far as places go. */
    @Transactional(Transactional.TxType.MANDATORY)
    Offered offeredTo(UUID plan, long village) {
        return offered(OFFERED, List.of(plan, village));
    }

    private Offered offered(String query, List<Object> values) {
        List<HelperToPair> helpers = new ArrayList<>();
        Map<UUID, Long> potentials = new HashMap<>();
        each(query, values, row -> {
            HelperToPair helper = helper(row);
            helpers.add(helper);
            Long potential = row.getObject("potential", Long.class);
            if (potential != null) {
                potentials.put(helper.id(), potential);
            }
        });
        return new Offered(helpers, potentials);
    }

    private interface RowUse {
        void use(ResultSet row) throws SQLException;
    }

    private void each(String query, List<Object> values, RowUse use) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = Streaming.rows(statement)) {
                while (row.next()) {
                    use.use(row);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Plan " + values.getFirst() + " could not be read", failure);
        }
    }

    private static HouseholdToPair household(ResultSet row) throws SQLException {
        return new HouseholdToPair(
                row.getObject("household_id", UUID.class),
                row.getLong("village_code"),
                row.getString("hamlet"),
                Cause.valueOf(row.getString("main_cause")),
                causes(row.getString("other_causes")),
                row.getString("ethnicity"),
                row.getBoolean("poor"),
                row.getObject("standing_helper", UUID.class),
                parse(row.getString("excluded"), UUID::fromString));
    }

    private static HelperToPair helper(ResultSet row) throws SQLException {
        return new HelperToPair(
                row.getObject("helper_id", UUID.class),
                parse(row.getString("unit_villages"), Long::valueOf),
                row.getObject("home_village", Long.class),
                causes(row.getString("skills")),
                row.getInt("quota"),
                row.getString("ethnicity"),
                row.getObject("workplace", Long.class),
                row.getLong("area"),
                row.getObject("decides_in", Long.class),
                LandReader.point(row));
    }

    static CostTerms terms(ResultSet row) throws SQLException {
        return new CostTerms(
                row.getLong("unit_village"),
                row.getLong("home_village"),
                row.getLong("skill"),
                row.getLong("language"),
                row.getLong("standing"),
                row.getLong("load"),
                row.getLong("distance"),
                row.getLong("rank_quota"));
    }

    private static Set<Cause> causes(String words) {
        return parse(words, Cause::valueOf);
    }

    /** One set that nobody changes, so that all who have it may share it. */
    static <T> Set<T> parse(String words, Function<String, T> value) {
        return words.isEmpty()
                ? Set.of()
                : Arrays.stream(words.split(" ", -1)).map(value).collect(Collectors.toUnmodifiableSet());
    }
}
