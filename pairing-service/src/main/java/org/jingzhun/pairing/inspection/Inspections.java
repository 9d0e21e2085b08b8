package org.jingzhun.pairing.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All rounds and inspections within the caller's area. */
@ApplicationScoped
public class Inspections {

    private static final String FRAME = """
            select code from observed_division
            where level = 'VILLAGE' and code between ? and ? and (valid_from is null or valid_from <= ?)
              and (valid_to is null or valid_to > ?)
            order by code
            """;
    private static final String ADD_ROUND = """
            insert into inspection_round (id, division, monday, teams, villages_per_day, seed, frame, rule_version, ordered_by,
              ordered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (division, monday) do nothing
            """;
    private static final String ADD = """
            insert into inspection (id, round_id, team, inspected_on, village_code, state) values (?, ?, ?, ?, ?, ?)
            """;
    private static final String LIST = """
            select * from inspection
            where village_code between ? and ? and inspected_on between ? and ? and (?::text is null or state = ?::text)
              and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;
    private static final String ADD_FINDING = """
            insert into inspection_finding (inspection_id, position, village_code, good, title, details, household_id, problem_id)
            values (?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid)
            """;

    private final Database database;

    Inspections(Database database) {
        this.database = database;
    }

    /** Villages of an area on a day, by code. */
    List<Long> frame(Area area, LocalDate day) {
        return database.list(FRAME, row -> row.getLong("code"), area.from(), area.to(), day, day);
    }

    Optional<Round> find(UUID round) {
        return database.find("select * from inspection_round where id = ?", Inspections::readRound, round);
    }

    Optional<Round> find(long division, LocalDate monday) {
        return database.find(
                "select * from inspection_round where division = ? and monday = ?",
                Inspections::readRound,
                division,
                monday);
    }

    /** @return whether the area had none in this week */
    boolean add(Round round, List<Inspection> inspections, String by, Instant now) {
        boolean isNew = database.execute(
                        ADD_ROUND,
                        round.id(),
                        round.division(),
                        round.monday(),
                        round.teams(),
                        round.villagesPerDay(),
                        round.seed(),
                        round.frame().toArray(Long[]::new),
                        round.ruleVersion(),
                        by,
                        now)
                == 1;
        if (isNew) {
            var rows = new ArrayList<@Nullable Object[]>();
            for (var each : inspections) {
                rows.add(new @Nullable Object[] {
                    each.id(),
                    each.roundId(),
                    each.team(),
                    each.inspectedOn(),
                    each.villageCode(),
                    each.state().name()
                });
            }
            database.executeAll(ADD, rows);
        }
        return isNew;
    }

    /** By day, team and lot, as they were drawn. */
    List<Inspection> of(UUID round) {
        return database.list("select * from inspection where round_id = ? order by id", Inspections::read, round);
    }

    public Optional<Inspection> inspection(UUID id) {
        return database.find("select * from inspection where id = ?", Inspections::read, id);
    }

    Optional<Inspection> lock(UUID id) {
        return database.find("select * from inspection where id = ? for update", Inspections::read, id);
    }

    void move(UUID id, InspectionState to, @Nullable String report) {
        database.execute(
                "update inspection set state = ?, report = ?::text, version = version + 1 where id = ?",
                to.name(),
                report,
                id);
    }

    void add(Inspection inspection, List<Inspection.Finding> findings) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var each : findings) {
            rows.add(new @Nullable Object[] {
                inspection.id(),
                rows.size(),
                inspection.villageCode(),
                each.good(),
                each.title(),
                each.details(),
                each.householdId(),
                each.problemId()
            });
        }
        database.executeAll(ADD_FINDING, rows);
    }

    List<Inspection.Finding> findings(UUID inspection) {
        return database.list(
                "select * from inspection_finding where inspection_id = ? order by position",
                row -> new Inspection.Finding(
                        row.getBoolean("good"),
                        row.getString("title"),
                        row.getString("details"),
                        row.getObject("household_id", UUID.class),
                        row.getObject("problem_id", UUID.class)),
                inspection);
    }

    /** Of those days, in the order of their ids. */
    public List<Inspection> list(
            Area area, LocalDate from, LocalDate to, @Nullable InspectionState state, @Nullable UUID after, int limit) {
        var named = state == null ? null : state.name();
        return database.list(
                LIST, Inspections::read, area.from(), area.to(), from, to, named, named, after, after, limit);
    }

    private static Round readRound(ResultSet row) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                row.getLong("division"),
                row.getObject("monday", LocalDate.class),
                row.getInt("teams"),
                row.getInt("villages_per_day"),
                row.getString("seed"),
                Arrays.stream((Object[]) row.getArray("frame").getArray())
                        .map(Long.class::cast)
                        .toList(),
                row.getString("rule_version"));
    }

    private static Inspection read(ResultSet row) throws SQLException {
        return new Inspection(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getInt("team"),
                row.getObject("inspected_on", LocalDate.class),
                row.getLong("village_code"),
                InspectionState.valueOf(row.getString("state")),
                row.getString("report"),
                row.getLong("version"));
    }
}
