package org.jingzhun.pairing.planning;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.query.Streaming;
import org.jingzhun.pairing.cause.Cause;
import org.jingzhun.pairing.helper.Rank;
import org.jingzhun.pairing.helper.RankQuota;
import org.jingzhun.pairing.helper.UnitLevel;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.HouseholdToPair;
import org.jingzhun.pairing.pairing.matching.PairingProblem;
import org.jingzhun.pairing.policy.PolicyVersion;

/**
 * Gathers what a plan is computed from, as it stands now. The order has no meaning, but those who are asked for together lie
 * together in memory: a region is solved in two thirds of the time.
 */
@ApplicationScoped
class ProblemReader {

    /** Whom a helper from above has, a city's or the region's, the plan of a county below leaves there. */
    private static final String HOUSEHOLDS = """
            select h.id, h.village_code, h.hamlet, h.main_cause, array_to_string(h.other_causes, ' ') as other_causes,
                   h.ethnicity, h.status in ('POOR', 'RETURNED') as poor, p.helper_id,
                   coalesce(c.helpers, '') as excluded
            from observed_household h
            left join pairing p on p.household_id = h.id and p.state = 'ACTIVE'
            left join helper s on s.id = p.helper_id
            left join (select household_id, string_agg(helper_id::text, ' ') as helpers
                       from helper_conflict group by household_id) c
              on c.household_id = h.id
            where h.village_code between ? and ?
              and (h.status in ('POOR', 'RETURNED') or h.status = 'EXITED' and (? or p.id is not null))
              and (s.id is null or s.division between ? and ?)
            order by h.village_code
            """;

    private static final String HELPERS = """
            select h.id, h.rank, u.level, f.helper_id is not null as first_secretary,
                   array_to_string(h.skills, ' ') as skills, h.home_village, h.ethnicity,
                   coalesce(l.villages, '') as unit_villages,
                   coalesce(u.seat, u.division) as workplace, h.division, h.decides_in, u.latitude, u.longitude
            from helper h
            join unit u on u.id = h.unit_id
            left join (select unit_id, string_agg(division::text, ' ') as villages from link
                       where kind = 'UNIT_VILLAGE' and until is null group by unit_id) l on l.unit_id = h.unit_id
            left join (select distinct helper_id from link
                       where kind = 'FIRST_SECRETARY' and until is null) f on f.helper_id = h.id
            where h.division between ? and ?
              and not exists (select from helper_absence a where a.helper_id = h.id
                              and a.since <= ? and (a.until is null or a.until >= ?))
            order by h.division, h.unit_id
            """;

    private static final Map<String, Cause> CAUSES =
            Arrays.stream(Cause.values()).collect(Collectors.toMap(Cause::name, Function.identity()));

    private final AgroalDataSource database;
    private final LandReader land;

    ProblemReader(AgroalDataSource database, LandReader land) {
        this.database = database;
        this.land = land;
    }

    /**
     * Reads households and helpers beside each other.
     *
     * @param adjacentMetres between hamlets that adjoin each other unless somebody named their neighbours
     */
    @Transactional(Transactional.TxType.MANDATORY)
    PairingProblem read(
            Caller caller, Area area, Terms terms, PolicyVersion rankQuotas, int adjacentMetres, LocalDate day) {
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = database.getConnection()) {
            CompletableFuture<List<HelperToPair>> helpers = CompletableFuture.supplyAsync(
                    () -> CallerScope.call(caller, () -> QuarkusTransaction.requiringNew()
                            .timeout(PlanningJob.MOST_SECONDS)
                            .call(() -> helpers(area, rankQuotas, day))),
                    beside);
            List<HouseholdToPair> households = households(connection, area, terms.includeExited());
            return new PairingProblem(
                    households,
                    helpers.join(),
                    terms.weights(),
                    land.villages(connection, area, households),
                    terms.oneOrAdjacentHamlets() ? land.rule(connection, area, adjacentMetres) : null);
        } catch (SQLException failure) {
            throw new IllegalStateException("Households and helpers could not be read", failure);
        }
    }

    private static List<HouseholdToPair> households(Connection connection, Area area, boolean includeExited)
            throws SQLException {
        List<HouseholdToPair> households = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        Map<Causes, Set<Cause>> causes = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(HOUSEHOLDS)) {
            statement.setLong(1, area.from());
            statement.setLong(2, area.to());
            statement.setBoolean(3, includeExited);
            statement.setLong(4, area.from());
            statement.setLong(5, area.to());
            try (ResultSet row = Streaming.rows(statement)) {
                while (row.next()) {
                    Cause main = cause(row.getString("main_cause"));
                    String ethnicity = row.getString("ethnicity");
                    households.add(new HouseholdToPair(
                            row.getObject("id", UUID.class),
                            row.getLong("village_code"),
                            texts.computeIfAbsent(row.getString("hamlet"), Function.identity()),
                            main,
                            causes.computeIfAbsent(
                                    new Causes(main, row.getString("other_causes")), ProblemReader::otherCauses),
                            ethnicity == null ? null : texts.computeIfAbsent(ethnicity, Function.identity()),
                            row.getBoolean("poor"),
                            row.getObject("helper_id", UUID.class),
                            PlanRows.parse(row.getString("excluded"), UUID::fromString)));
                }
            }
        }
        return households;
    }

    private List<HelperToPair> helpers(Area area, PolicyVersion rankQuotas, LocalDate day) throws SQLException {
        List<HelperToPair> helpers = new ArrayList<>();
        Map<String, Set<Long>> villages = new HashMap<>();
        Map<String, Set<Cause>> skills = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(HELPERS)) {
            statement.setLong(1, area.from());
            statement.setLong(2, area.to());
            statement.setObject(3, day);
            statement.setObject(4, day);
            try (ResultSet row = Streaming.rows(statement)) {
                while (row.next()) {
                    helpers.add(new HelperToPair(
                            row.getObject("id", UUID.class),
                            villages.computeIfAbsent(
                                    row.getString("unit_villages"), codes -> PlanRows.parse(codes, Long::valueOf)),
                            row.getObject("home_village", Long.class),
                            skills.computeIfAbsent(
                                    row.getString("skills"), codes -> PlanRows.parse(codes, Cause::valueOf)),
                            RankQuota.of(
                                    rankQuotas,
                                    Rank.valueOf(row.getString("rank")),
                                    UnitLevel.valueOf(row.getString("level")),
                                    row.getBoolean("first_secretary")),
                            row.getString("ethnicity"),
                            row.getLong("workplace"),
                            row.getLong("division"),
                            row.getObject("decides_in", Long.class),
                            LandReader.point(row)));
                }
            }
        }
        return helpers;
    }

    /** Causes as they are recorded: the same words mean the same set for a million households. */
    private record Causes(Cause main, String others) {}

    /** At most two, as the register has them; whatever else comes is left out. */
    private static Set<Cause> otherCauses(Causes recorded) {
        return PlanRows.parse(recorded.others(), ProblemReader::cause).stream()
                .filter(cause -> cause != recorded.main())
                .sorted()
                .limit(2)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Cause cause(String code) {
        return CAUSES.getOrDefault(code, Cause.OTHER);
    }
}
