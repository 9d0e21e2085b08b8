package org.jingzhun.pairing.visit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All visits. */
@ApplicationScoped
public class Visits {

    private static final String EARLIER = """
            select v.id, e.id, e.visited_on
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::date[], ?::uuid[])
                   as v (id, household_id, helper_id, visited_on, corrects)
            cross join lateral (
              select e.id, e.visited_on from visit e
              where e.household_id = v.household_id and e.helper_id = v.helper_id
                and e.visited_on >= date_trunc('month', v.visited_on)::date and e.visited_on < v.visited_on
                and e.id is distinct from v.corrects and not exists (select from visit c where c.corrects = e.id)
              order by e.visited_on desc, e.id desc limit 1) e
            """;

    private final Database database;

    Visits(Database database) {
        this.database = database;
    }

    /** Which visits to list; an absent part does not narrow. */
    public record Filter(
            Area area,
            @Nullable UUID helper,
            @Nullable UUID household,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** By day and id. */
    public Slice<Visit> list(Filter filter, @Nullable Cursor after, int limit) {
        StringBuilder where = new StringBuilder("v.village_code between ? and ?");
        List<@Nullable Object> values = new ArrayList<>();
        values.add(filter.area().from());
        values.add(filter.area().to());
        narrow(where, values, " and v.helper_id = ?", filter.helper());
        narrow(where, values, " and v.household_id = ?", filter.household());
        narrow(where, values, " and v.visited_on >= ?", filter.from());
        narrow(where, values, " and v.visited_on <= ?", filter.to());
        if (after != null) {
            narrow(where, values, " and (v.visited_on, v.id) > (?", after.day(0));
            narrow(where, values, ", ?)", after.id(1));
        }
        values.add(limit + 1);
        List<Visit> rows = database.list(
                VisitRows.SELECT + where + " order by v.visited_on, v.id limit ?", VisitRows::read, values.toArray());
        return Slice.of(rows, limit, last -> Cursor.of(last.visitedOn().toEpochDay(), last.id()));
    }

    public Optional<Visit> find(UUID id) {
        return database.find(VisitRows.SELECT + "v.id = ?", VisitRows::read, id);
    }

    /** Those of the ids that are known here. */
    List<Visit> among(Collection<UUID> ids) {
        return database.list(VisitRows.SELECT + "v.id = any(?::uuid[])", VisitRows::read, (Object) texts(ids.stream()));
    }

    /** A helper's visits to the households and within the days that visits to come are about. */
    List<Visit> ofDays(UUID helper, List<NewVisit> sent) {
        return database.list(
                VisitRows.SELECT + "v.helper_id = ? and v.household_id = any(?::uuid[])"
                        + " and v.visited_on = any(?::date[])",
                VisitRows::read,
                helper,
                texts(sent.stream().map(each -> each.facts().householdId())),
                texts(sent.stream().map(NewVisit::judgedDay)));
    }

    private static String[] texts(Stream<?> values) {
        return values.map(Object::toString).distinct().toArray(String[]::new);
    }

    /** A visit before another one. */
    public record Earlier(UUID visitId, LocalDate visitedOn) {}

    /**
     * By a visit's id the last one before it that the same helper made to the same household in the same month; without
     * those that were corrected, and the one that it corrects. Visits without one are left out. One search of the index
     * for each visit.
     */
    Map<UUID, Earlier> earlierInMonth(List<Visit> recorded) {
        return database
                .list(
                        EARLIER,
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new Earlier(row.getObject(2, UUID.class), row.getObject(3, LocalDate.class))),
                        column(recorded, Visit::id),
                        column(recorded, visit -> visit.facts().householdId()),
                        column(recorded, visit -> visit.facts().helperId()),
                        column(recorded, Visit::visitedOn),
                        column(recorded, visit -> visit.facts().corrects()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (earlier, again) -> earlier));
    }

    private static Object column(List<Visit> visits, Function<Visit, @Nullable Object> part) {
        return visits.stream()
                .map(visit -> part.apply(visit))
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    /** A household's visits, the oldest first. */
    public List<Visit> ofHousehold(UUID household) {
        return database.list(
                VisitRows.SELECT + "v.household_id = ? order by v.visited_on, v.id", VisitRows::read, household);
    }

    private static void narrow(
            StringBuilder where, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }
}
