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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jingzhun.chassis.batch.Columns;
import org.jingzhun.pairing.cause.Cause;
import org.jingzhun.pairing.pairing.matching.CostTerms;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.HouseholdToPair;
import org.jingzhun.pairing.pairing.matching.Pair;
import org.jingzhun.pairing.pairing.matching.PairingProblem;
import org.jingzhun.pairing.pairing.matching.PairingResult;
import org.jingzhun.pairing.pairing.matching.Weights;
import org.jspecify.annotations.Nullable;

/** The frozen inputs of a plan and what came of them: written at once, read back as they were. */
@ApplicationScoped
class PlanRows {

    private static final String INSERT_HOUSEHOLDS = """
            insert into plan_household (household_id, village_code, hamlet, main_cause, other_causes, ethnicity, poor,
                                        standing_helper, helper_id, place, unit_village, home_village, skill, language,
                                        standing, load, plan_id)
            select *, ?::uuid
            from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::uuid[],
                        ?::uuid[], ?::integer[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                        ?::bigint[])
            """;

    private static final String INSERT_HELPERS = """
            insert into plan_helper (helper_id, unit_villages, home_village, skills, quota, ethnicity, potential,
                                     plan_id, county)
            select h.*, p.id, p.county
            from pairing_plan p,
                 unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::integer[], ?::text[], ?::bigint[]) h
            where p.id = ?
            """;

    private final AgroalDataSource database;

    PlanRows(AgroalDataSource database) {
        this.database = database;
    }

    /** A household with the pair it got, if any. */
    private record Line(HouseholdToPair household, @Nullable Pair pair) {

        @Nullable
        Object ofPair(Function<Pair, Object> value) {
            return pair == null ? null : value.apply(pair);
        }
    }

    void insert(Connection connection, UUID plan, PairingProblem problem, PairingResult result) throws SQLException {
        Map<UUID, Pair> pairs = result.pairs().stream().collect(Collectors.toMap(Pair::household, Function.identity()));
        List<Line> lines = problem.households().stream()
                .map(household -> new Line(household, pairs.get(household.id())))
                .toList();
        try (PreparedStatement insert = connection.prepareStatement(INSERT_HOUSEHOLDS)) {
            insert.setObject(1, plan);
            new Columns<>(insert, lines, 2)
                    .set("uuid", line -> line.household().id())
                    .set("bigint", line -> line.household().village())
                    .set("text", line -> line.household().hamlet())
                    .set("text", line -> line.household().mainCause().name())
                    .set("text", line -> words(line.household().otherCauses()))
                    .set("text", line -> line.household().ethnicity())
                    .set("boolean", line -> line.household().poor())
                    .set("uuid", line -> line.household().standingHelper())
                    .set("uuid", line -> line.ofPair(Pair::helper))
                    .set("integer", line -> line.ofPair(Pair::place))
                    .set("bigint", line -> line.ofPair(pair -> pair.terms().unitVillage()))
                    .set("bigint", line -> line.ofPair(pair -> pair.terms().homeVillage()))
                    .set("bigint", line -> line.ofPair(pair -> pair.terms().skill()))
                    .set("bigint", line -> line.ofPair(pair -> pair.terms().language()))
                    .set("bigint", line -> line.ofPair(pair -> pair.terms().standing()))
                    .set("bigint", line -> line.ofPair(pair -> pair.terms().load()));
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_HELPERS)) {
            var columns = new Columns<>(insert, problem.helpers())
                    .set("uuid", HelperToPair::id)
                    .set("text", helper -> words(helper.unitVillages()))
                    .set("bigint", HelperToPair::homeVillage)
                    .set("text", helper -> words(helper.skills()))
                    .set("integer", HelperToPair::quota)
                    .set("text", HelperToPair::ethnicity)
                    .set("bigint", helper -> result.potentials().get(helper.id()));
            insert.setObject(columns.next(), plan);
            insert.executeUpdate();
        }
    }

    /** The problem and its solution as they were stored. */
    record Solved(PairingProblem problem, PairingResult result) {}

    /** @param cost as the plan states it */
    @Transactional(Transactional.TxType.MANDATORY)
    Solved read(UUID plan, Weights weights, long cost) {
        List<HouseholdToPair> households = new ArrayList<>();
        List<HelperToPair> helpers = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        List<UUID> unpaired = new ArrayList<>();
        Map<UUID, Long> potentials = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement ofHouseholds = connection.prepareStatement(
                        "select * from plan_household where plan_id = ? order by household_id");
                PreparedStatement ofHelpers =
                        connection.prepareStatement("select * from plan_helper where plan_id = ? order by helper_id")) {
            ofHouseholds.setObject(1, plan);
            try (ResultSet row = ofHouseholds.executeQuery()) {
                while (row.next()) {
                    HouseholdToPair household = household(row);
                    households.add(household);
                    UUID helper = row.getObject("helper_id", UUID.class);
                    if (helper == null) {
                        unpaired.add(household.id());
                    } else {
                        pairs.add(new Pair(household.id(), helper, row.getInt("place"), terms(row)));
                    }
                }
            }
            ofHelpers.setObject(1, plan);
            try (ResultSet row = ofHelpers.executeQuery()) {
                while (row.next()) {
                    HelperToPair helper = helper(row);
                    helpers.add(helper);
                    Long potential = row.getObject("potential", Long.class);
                    if (potential != null) {
                        potentials.put(helper.id(), potential);
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Plan " + plan + " could not be read", failure);
        }
        return new Solved(
                new PairingProblem(households, helpers, weights), new PairingResult(pairs, unpaired, cost, potentials));
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
                row.getObject("standing_helper", UUID.class));
    }

    private static HelperToPair helper(ResultSet row) throws SQLException {
        return new HelperToPair(
                row.getObject("helper_id", UUID.class),
                parse(row.getString("unit_villages"), Long::valueOf),
                row.getObject("home_village", Long.class),
                causes(row.getString("skills")),
                row.getInt("quota"),
                row.getString("ethnicity"));
    }

    static CostTerms terms(ResultSet row) throws SQLException {
        return new CostTerms(
                row.getLong("unit_village"),
                row.getLong("home_village"),
                row.getLong("skill"),
                row.getLong("language"),
                row.getLong("standing"),
                row.getLong("load"));
    }

    private static String words(Collection<?> values) {
        return values.stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
    }

    private static Set<Cause> causes(String words) {
        return parse(words, Cause::valueOf);
    }

    private static <T> Set<T> parse(String words, Function<String, T> value) {
        return Arrays.stream(words.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(value)
                .collect(Collectors.toSet());
    }
}
