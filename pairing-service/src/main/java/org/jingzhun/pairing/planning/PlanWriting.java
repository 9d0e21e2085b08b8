package org.jingzhun.pairing.planning;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jingzhun.chassis.bulk.Staged;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.HouseholdToPair;
import org.jingzhun.pairing.pairing.matching.Pair;
import org.jingzhun.pairing.pairing.matching.PairingProblem;
import org.jingzhun.pairing.pairing.matching.PairingResult;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a plan was computed from and what came of it, in several transactions beside each other. What they leave is of no
 * plan that anybody sees until the plan has figures; if the computation breaks off it may stay, until the next one begins or
 * the plan is discarded.
 *
 * <p>Each computation has a turn, the plan's revision. What still writes when the next one has begun, or the plan was
 * discarded, writes nothing any more.
 */
@ApplicationScoped
class PlanWriting {

    /** Of the households, written at once. */
    private static final int PARTS = 2;

    private static final String BEGIN =
            "update pairing_plan set version = version + 1 where id = ? and stage = 'COMPUTING' returning version";

    private static final String IN_TURN = "select from pairing_plan where id = ? and version = ? for share";

    private static final List<String> TABLES = List.of("plan_household", "plan_helper", "plan_village", "plan_hamlet");

    private static final String INSERT_HOUSEHOLDS = """
            insert into plan_household (%1$s, plan_id)
            select h.*, p.id from pairing_plan p, %2$s h where p.id = ?
            """;

    private static final String INSERT_HELPERS = """
            insert into plan_helper (%1$s, plan_id, division)
            select h.*, p.id, p.division from pairing_plan p, %2$s h where p.id = ?
            """;

    private static final Comparator<Line> BY_KEY = Comparator.comparingLong(
                    (Line line) -> line.household().village())
            .thenComparing(line -> line.household().id());

    private final AgroalDataSource database;
    private final PlanLand land;

    PlanWriting(AgroalDataSource database, PlanLand land) {
        this.database = database;
        this.land = land;
    }

    /** @param number the plan's revision while it lasts */
    record Turn(UUID plan, long number) {}

    /** A household with the pair it got, if any. */
    record Line(HouseholdToPair household, @Nullable Pair pair) {

        private @Nullable UUID helper() {
            return ofPair(Pair::helper);
        }

        private <T> @Nullable T ofPair(Function<Pair, T> value) {
            return pair == null ? null : value.apply(pair);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Waits for what another computation is writing, ends its turn, and takes away what it left; none begins with a discarded plan. */
    @Transactional(Transactional.TxType.MANDATORY)
    Turn begin(UUID plan) {
        return of(plan, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
                statement.setObject(1, plan);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        return new Turn(plan, -1);
                    }
                    Turn turn = new Turn(plan, row.getLong(1));
                    delete(connection, plan);
                    return turn;
                }
            }
        });
    }

    /** The plan's rows, while the caller has the plan locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    void delete(UUID plan) {
        of(plan, connection -> delete(connection, plan));
    }

    /** What is written in this turn is taken away again. */
    @Transactional(Transactional.TxType.MANDATORY)
    void undo(Turn turn) {
        inTurn(turn, connection -> delete(connection, turn.plan()));
    }

    /** The households in parts to be {@linkplain #households written} beside each other, in the order of the table's key. */
    static List<List<Line>> parts(PairingProblem problem, PairingResult result) {
        Map<UUID, Pair> pairs = HashMap.newHashMap(result.pairs().size());
        result.pairs().forEach(pair -> pairs.put(pair.household(), pair));
        Line[] lines = problem.households().stream()
                .map(household -> new Line(household, pairs.get(household.id())))
                .toArray(Line[]::new);
        Arrays.parallelSort(lines, BY_KEY);
        List<Line> all = Arrays.asList(lines);
        return IntStream.range(0, PARTS)
                .mapToObj(part -> all.subList(all.size() * part / PARTS, all.size() * (part + 1) / PARTS))
                .toList();
    }

    /** What is known of some households, and whom each got. */
    @Transactional(Transactional.TxType.MANDATORY)
    void households(Turn turn, List<Line> lines, PairingResult result) {
        inTurn(turn, connection -> insert(connection, INSERT_HOUSEHOLDS, turn, households(result.prices()), lines));
    }

    /** What is known of the helpers and of the land. */
    @Transactional(Transactional.TxType.MANDATORY)
    void helpers(Turn turn, PairingProblem problem, PairingResult result) {
        Map<UUID, Integer> loads = new HashMap<>();
        result.pairs().forEach(pair -> loads.merge(pair.helper(), 1, Integer::sum));
        List<HelperToPair> helpers = problem.helpers().stream()
                .sorted(Comparator.comparing(HelperToPair::id))
                .toList();
        inTurn(turn, connection -> {
            land.insert(connection, turn.plan(), problem);
            return insert(connection, INSERT_HELPERS, turn, helpers(result.potentials(), loads), helpers);
        });
    }

    /** Until the transaction ends no other turn begins, and nobody discards the plan. */
    private void inTurn(Turn turn, Work<Integer> work) {
        of(turn.plan(), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(IN_TURN)) {
                statement.setObject(1, turn.plan());
                statement.setLong(2, turn.number());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? work.on(connection) : 0;
                }
            }
        });
    }

    private <T> T of(UUID plan, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("The rows of plan " + plan + " could not be written", failure);
        }
    }

    private static int delete(Connection connection, UUID plan) throws SQLException {
        int deleted = 0;
        for (String table : TABLES) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from " + table + " where plan_id = ?")) {
                delete.setObject(1, plan);
                deleted += delete.executeUpdate();
            }
        }
        return deleted;
    }

    private static <E> int insert(Connection connection, String sql, Turn turn, Staged<E> staged, List<E> rows)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql.formatted(staged.columns(), staged.name()))) {
            insert.setObject(1, turn.plan());
            return staged.insert(connection, rows, insert);
        }
    }

    private static Staged<Line> households(Map<UUID, Long> prices) {
        return new Staged<Line>("plan_household")
                .uuid("household_id", line -> line.household().id())
                .bigint("village_code", line -> line.household().village())
                .text("hamlet", line -> line.household().hamlet())
                .text("main_cause", line -> line.household().mainCause().name())
                .text("other_causes", line -> words(line.household().otherCauses()))
                .text("ethnicity", line -> line.household().ethnicity())
                .bool("poor", line -> line.household().poor())
                .uuid("standing_helper", line -> line.household().standingHelper())
                .uuid("helper_id", Line::helper)
                .integer("place", line -> line.ofPair(Pair::place))
                .integer(
                        "unit_village", line -> line.ofPair(pair -> pair.terms().unitVillage()))
                .integer(
                        "home_village", line -> line.ofPair(pair -> pair.terms().homeVillage()))
                .integer("skill", line -> line.ofPair(pair -> pair.terms().skill()))
                .integer("language", line -> line.ofPair(pair -> pair.terms().language()))
                .integer("standing", line -> line.ofPair(pair -> pair.terms().standing()))
                .integer("load", line -> line.ofPair(pair -> pair.terms().load()))
                .integer("distance", line -> line.ofPair(pair -> pair.terms().distance()))
                .integer("rank_quota", line -> line.ofPair(pair -> pair.terms().rankQuota()))
                .text("excluded", line -> words(line.household().excluded()))
                .bigint("price", line -> prices.get(line.household().id()));
    }

    private static Staged<HelperToPair> helpers(Map<UUID, Long> potentials, Map<UUID, Integer> loads) {
        return new Staged<HelperToPair>("plan_helper")
                .uuid("helper_id", HelperToPair::id)
                .text("unit_villages", helper -> words(helper.unitVillages()))
                .bigint("home_village", HelperToPair::homeVillage)
                .text("skills", helper -> words(helper.skills()))
                .integer("quota", HelperToPair::quota)
                .text("ethnicity", HelperToPair::ethnicity)
                .bigint("workplace", HelperToPair::workplace)
                .bigint("area", HelperToPair::area)
                .bigint("decides_in", HelperToPair::decidesIn)
                .bigint("potential", helper -> potentials.get(helper.id()))
                .real("latitude", PlanLand::latitude)
                .real("longitude", PlanLand::longitude)
                .integer("households", helper -> loads.getOrDefault(helper.id(), 0));
    }

    private static String words(Collection<?> values) {
        return values.isEmpty()
                ? ""
                : values.stream().map(String::valueOf).sorted().collect(Collectors.joining(" "));
    }
}
