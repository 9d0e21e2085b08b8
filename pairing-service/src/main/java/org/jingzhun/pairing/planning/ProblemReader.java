package org.jingzhun.pairing.planning;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.pairing.cause.Cause;
import org.jingzhun.pairing.helper.Rank;
import org.jingzhun.pairing.helper.RankQuota;
import org.jingzhun.pairing.helper.UnitLevel;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.HouseholdToPair;
import org.jingzhun.pairing.pairing.matching.PairingProblem;
import org.jingzhun.pairing.policy.PolicyVersion;

/** Gathers what a plan is computed from, as it stands now. */
@ApplicationScoped
class ProblemReader {

    /** Whom a helper from above has, a city's or the region's, the plan of a county below leaves there. */
    private static final String HOUSEHOLDS = """
            select h.id, h.village_code, h.hamlet, h.main_cause, h.other_causes, h.ethnicity,
                   h.status in ('POOR', 'RETURNED') as poor, p.helper_id, coalesce(c.helpers, '{}') as excluded
            from observed_household h
            left join pairing p on p.household_id = h.id and p.state = 'ACTIVE'
            left join helper s on s.id = p.helper_id
            left join (select household_id, array_agg(helper_id) as helpers from helper_conflict group by household_id) c
              on c.household_id = h.id
            where h.village_code between ? and ?
              and (h.status in ('POOR', 'RETURNED') or h.status = 'EXITED' and (? or p.id is not null))
              and (s.id is null or s.division between ? and ?)
            order by h.id
            """;

    private static final String HELPERS = """
            select h.id, h.rank, u.level, f.helper_id is not null as first_secretary, h.skills, h.home_village, h.ethnicity,
                   coalesce(l.villages, '{}') as unit_villages,
                   coalesce(u.seat, u.division) as workplace, h.division, h.decides_in, u.latitude, u.longitude
            from helper h
            join unit u on u.id = h.unit_id
            left join (select unit_id, array_agg(division) as villages from link
                       where kind = 'UNIT_VILLAGE' and until is null group by unit_id) l on l.unit_id = h.unit_id
            left join (select distinct helper_id from link
                       where kind = 'FIRST_SECRETARY' and until is null) f on f.helper_id = h.id
            where h.division between ? and ?
              and not exists (select from helper_absence a where a.helper_id = h.id
                              and a.since <= ? and (a.until is null or a.until >= ?))
            order by h.id
            """;

    private final AgroalDataSource database;
    private final LandReader land;

    ProblemReader(AgroalDataSource database, LandReader land) {
        this.database = database;
        this.land = land;
    }

    /** @param adjacentMetres between hamlets that adjoin each other unless somebody named their neighbours */
    @Transactional(Transactional.TxType.MANDATORY)
    PairingProblem read(Area area, Terms terms, PolicyVersion rankQuotas, int adjacentMetres, LocalDate day) {
        try (Connection connection = database.getConnection()) {
            List<HouseholdToPair> households = households(connection, area, terms.includeExited());
            return new PairingProblem(
                    households,
                    helpers(connection, area, rankQuotas, day),
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
        try (PreparedStatement statement = connection.prepareStatement(HOUSEHOLDS)) {
            statement.setLong(1, area.from());
            statement.setLong(2, area.to());
            statement.setBoolean(3, includeExited);
            statement.setLong(4, area.from());
            statement.setLong(5, area.to());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Cause main = cause(row.getString("main_cause"));
                    households.add(new HouseholdToPair(
                            row.getObject("id", UUID.class),
                            row.getLong("village_code"),
                            row.getString("hamlet"),
                            main,
                            otherCauses(row.getArray("other_causes"), main),
                            row.getString("ethnicity"),
                            row.getBoolean("poor"),
                            row.getObject("helper_id", UUID.class),
                            Set.of((UUID[]) row.getArray("excluded").getArray())));
                }
            }
        }
        return households;
    }

    private static List<HelperToPair> helpers(Connection connection, Area area, PolicyVersion rankQuotas, LocalDate day)
            throws SQLException {
        List<HelperToPair> helpers = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(HELPERS)) {
            statement.setLong(1, area.from());
            statement.setLong(2, area.to());
            statement.setObject(3, day);
            statement.setObject(4, day);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Set<Cause> skills = EnumSet.noneOf(Cause.class);
                    for (String skill : (String[]) row.getArray("skills").getArray()) {
                        skills.add(Cause.valueOf(skill));
                    }
                    helpers.add(new HelperToPair(
                            row.getObject("id", UUID.class),
                            new HashSet<>(Arrays.asList(
                                    (Long[]) row.getArray("unit_villages").getArray())),
                            row.getObject("home_village", Long.class),
                            skills,
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

    /** At most two, as the register has them; whatever else comes is left out. */
    private static Set<Cause> otherCauses(Array codes, Cause main) throws SQLException {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        for (String code : (String[]) codes.getArray()) {
            Cause cause = cause(code);
            if (cause != main && causes.size() < 2) {
                causes.add(cause);
            }
        }
        return causes;
    }

    private static Cause cause(String code) {
        return Arrays.stream(Cause.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElse(Cause.OTHER);
    }
}
