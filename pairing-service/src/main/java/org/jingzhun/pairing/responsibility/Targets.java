package org.jingzhun.pairing.responsibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.pairing.responsibility.schedule.Shares;
import org.jspecify.annotations.Nullable;

/** All targets within the caller's area, with what was reached. */
@ApplicationScoped
public class Targets {

    private static final String ADD = """
            insert into target (id, parent, division, measure, first_year, final_year, total, at_least, document, set_by, set_at)
            values (?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADD_YEAR =
            "insert into target_year (target_id, year, division, due) values (?, ?, ?, ?)";
    private static final String REPLACE =
            "update target set replaced = true where division = any (?) and measure = ? and not replaced";
    private static final String LIST = """
            select * from target
            where division between ? and ? and not replaced and (?::int is null or ?::int between first_year and final_year)
              and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;

    /** Of each target and year of its own: who left poverty in that year, and who of them has not returned since. */
    private static final String REACHED = """
            select t.id, y.year, y.due,
                   case t.measure when 'VILLAGES_OUT' then v.gross when 'PERSONS_OUT' then h.persons else h.households end as gross,
                   case t.measure when 'VILLAGES_OUT' then v.gross when 'PERSONS_OUT' then h.net_persons
                        else h.net_households end as net
            from target t
            join target_year y on y.target_id = t.id
            cross join lateral (
              select case when t.division % 10000000000 = 0 then t.division + 9999999999
                          when t.division % 100000000 = 0 then t.division + 99999999
                          when t.division % 1000000 = 0 then t.division + 999999
                          when t.division % 1000 = 0 then t.division + 999 else t.division end as upto) a
            left join lateral (
              select count(*) as households, coalesce(sum(e.persons), 0) as persons,
                     count(*) filter (where o.status = 'EXITED') as net_households,
                     coalesce(sum(e.persons) filter (where o.status = 'EXITED'), 0) as net_persons
              from observed_exit e left join observed_household o on o.id = e.household_id
              where t.measure <> 'VILLAGES_OUT' and e.exit_year = y.year and e.village_code between t.division and a.upto) h
              on true
            left join lateral (
              select count(*) as gross from observed_division d
              where t.measure = 'VILLAGES_OUT' and d.level = 'VILLAGE' and d.code between t.division and a.upto
                and extract(year from d.exited_on) = y.year) v on true
            where t.id = any (?::uuid[])
            order by t.id, y.year
            """;

    /** Weights of the divisions below: the poor, or the poor villages. */
    private static final String POOR = """
            select village_code - village_code % ? as code, case when ? then sum(persons) else count(*) end as weight
            from observed_household
            where village_code between ? and ? and status in ('POOR', 'RETURNED') group by 1 order by 1
            """;

    private static final String VILLAGES = """
            select code - code % ? as code, count(*) as weight from observed_division
            where level = 'VILLAGE' and poor_village and exited_on is null and code between ? and ? group by 1 order by 1
            """;

    private final Database database;

    Targets(Database database) {
        this.database = database;
    }

    /** Adds targets, each with its years; those that stood before for the same divisions and measure are replaced. */
    void add(List<Target> targets, String by, Instant now) {
        if (targets.isEmpty()) {
            return;
        }
        var rows = new ArrayList<@Nullable Object[]>();
        var years = new ArrayList<@Nullable Object[]>();
        for (var each : targets) {
            rows.add(new @Nullable Object[] {
                each.id(),
                each.parent(),
                each.division(),
                each.measure().name(),
                each.firstYear(),
                each.finalYear(),
                each.total(),
                each.atLeast(),
                each.document(),
                by,
                now
            });
            for (var year : each.years()) {
                years.add(new @Nullable Object[] {each.id(), year.year(), each.division(), year.due()});
            }
        }
        database.execute(
                REPLACE,
                targets.stream().map(Target::division).toArray(Long[]::new),
                targets.getFirst().measure().name());
        database.executeAll(ADD, rows);
        database.executeAll(ADD_YEAR, years);
    }

    boolean isKnown(long division) {
        return database.find("select true from observed_division where code = ?", row -> true, division)
                .isPresent();
    }

    /** How much of the measure lies in each division of a level below. */
    Map<Long, Long> weights(Measure measure, long unit, Area area) {
        var rows = measure == Measure.VILLAGES_OUT
                ? database.list(VILLAGES, Targets::readWeight, unit, area.from(), area.to())
                : database.list(
                        POOR, Targets::readWeight, unit, measure == Measure.PERSONS_OUT, area.from(), area.to());
        var weights = new LinkedHashMap<Long, Long>();
        rows.forEach(row -> weights.put(row.getKey(), row.getValue()));
        return weights;
    }

    /** In the order of their ids, as reached by that year. */
    public List<Target> list(Area area, @Nullable Integer year, int thisYear, @Nullable UUID after, int limit) {
        return withProgress(
                database.list(LIST, Targets::read, area.from(), area.to(), year, year, after, after, limit), thisYear);
    }

    public Optional<Target> find(UUID id, int thisYear) {
        return list(List.of(id), thisYear).stream().findFirst();
    }

    /** Those of these that there are, in the same order. */
    List<Target> list(List<UUID> ids, int thisYear) {
        return withProgress(
                database.list(
                        "select * from target where id = any (?::uuid[]) order by array_position(?::uuid[], id)",
                        Targets::read,
                        ids.toArray(UUID[]::new),
                        ids.toArray(UUID[]::new)),
                thisYear);
    }

    /** One statement for all of them. */
    List<Target> withProgress(List<Target> targets, int thisYear) {
        var years = new HashMap<UUID, List<Target.Year>>();
        database.list(
                        REACHED,
                        row -> Map.entry(
                                row.getObject("id", UUID.class),
                                new Target.Year(
                                        row.getInt("year"),
                                        row.getInt("due"),
                                        row.getInt("gross"),
                                        row.getInt("net"),
                                        null)),
                        (Object) targets.stream().map(Target::id).toArray(UUID[]::new))
                .forEach(entry -> years.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return targets.stream()
                .map(target -> target.with(needed(target, years.getOrDefault(target.id(), List.of()), thisYear)))
                .toList();
    }

    /** What is left, laid over the years from this one on. */
    private static List<Target.Year> needed(Target target, List<Target.Year> years, int thisYear) {
        int reached = years.stream()
                .filter(year -> year.year() < thisYear)
                .mapToInt(Target.Year::net)
                .sum();
        var open = years.stream().filter(year -> year.year() >= thisYear).toList();
        if (open.isEmpty()) {
            return years;
        }
        var due = Shares.over(open.size(), Math.max(0, target.total() - reached), target.atLeast());
        return years.stream()
                .map(year -> open.contains(year)
                        ? new Target.Year(
                                year.year(), year.due(), year.gross(), year.net(), due.get(open.indexOf(year)))
                        : year)
                .toList();
    }

    private static Map.Entry<Long, Long> readWeight(ResultSet row) throws SQLException {
        return Map.entry(row.getLong("code"), row.getLong("weight"));
    }

    private static Target read(ResultSet row) throws SQLException {
        return new Target(
                row.getObject("id", UUID.class),
                row.getObject("parent", UUID.class),
                row.getLong("division"),
                Measure.valueOf(row.getString("measure")),
                row.getInt("first_year"),
                row.getInt("final_year"),
                row.getInt("total"),
                row.getInt("at_least"),
                row.getString("document"),
                List.of());
    }
}
