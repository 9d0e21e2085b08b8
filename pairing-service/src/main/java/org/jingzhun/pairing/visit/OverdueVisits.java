package org.jingzhun.pairing.visit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/**
 * Households that were not visited as often in a month as the policy asks (逾期未走访). Due are the pairings that stood the
 * whole month; of a month under way those that have stood since its first day.
 */
@ApplicationScoped
public class OverdueVisits {

    /** What was visited counts once, however often it was corrected. */
    private static final String VISITED = """
            (select count(*) from visit v
             where v.pairing_id = p.id and v.visited_on between ? and ?
               and not exists (select from visit c where c.corrects = v.id))""";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    OverdueVisits(Database database) {
        this.database = database;
    }

    /**
     * Which to list.
     *
     * @param required visits a month
     * @param helper null for all
     */
    public record Filter(
            Area area,
            YearMonth month,
            int required,
            @Nullable UUID helper) {}

    /**
     * A household that waits for its visit.
     *
     * @param visits of the month
     * @param lastVisitedOn ever, by this helper; null for never
     */
    public record Overdue(
            UUID pairingId,
            UUID householdId,
            long villageCode,
            UUID helperId,
            String helperName,
            int visits,
            @Nullable LocalDate lastVisitedOn) {}

    /** By what overdue visits are counted. */
    public enum By {
        HELPER("helper_id::text"),
        VILLAGE("village_code::text"),
        COUNTY("(village_code / 1000000 * 1000000)::text");

        private final String key;

        By(String key) {
            this.key = key;
        }
    }

    /**
     * How many households of a helper, village or county wait.
     *
     * @param key id or 12-digit code
     */
    public record Count(String key, long due, long overdue) {}

    /** By village and pairing. */
    public Slice<Overdue> list(Filter filter, @Nullable Cursor after, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        LocalDate first = filter.month().atDay(1);
        LocalDate last = filter.month().atEndOfMonth();
        values.addAll(List.of(first, last));
        String where = due(filter, values);
        if (after != null) {
            where += " and (p.village_code, p.id) > (?, ?)";
            values.add(after.number(0));
            values.add(after.id(1));
        }
        values.addAll(List.of(filter.required(), limit + 1));
        List<Overdue> rows = database.list(
                "select d.*, h.name, (select max(visited_on) from visit where pairing_id = d.id) as last from ("
                        + "select * from (select p.id, p.household_id, p.village_code, p.helper_id, " + VISITED
                        + " as visits from pairing p where " + where + ") each"
                        + " where visits < ? order by village_code, id limit ?) d left join helper h on h.id = d.helper_id"
                        + " order by d.village_code, d.id",
                OverdueVisits::row,
                values.toArray());
        return Slice.of(rows, limit, end -> Cursor.of(end.villageCode(), end.pairingId()));
    }

    /** In the order of the keys: those with overdue visits, beside all that are due. */
    public Slice<Count> count(Filter filter, By by, @Nullable Cursor after, int limit) {
        List<Count> rows = by == By.HELPER ? byHelper(filter, after, limit) : byDivision(filter, by, after, limit);
        return Slice.of(rows, limit, end -> Cursor.of(end.key()));
    }

    /** Helpers are many: read along the index as far as the slice goes. */
    private List<Count> byHelper(Filter filter, @Nullable Cursor after, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(List.of(filter.month().atDay(1), filter.month().atEndOfMonth()));
        String where = due(filter, values);
        values.add(after == null ? BEFORE_ALL : after.id(0));
        values.addAll(List.of(filter.required(), filter.required(), limit + 1));
        return database.list(
                "select helper_id, count(*), count(*) filter (where visits < ?) from (select p.helper_id, " + VISITED
                        + " as visits from pairing p where " + where + " and p.helper_id > ?) each"
                        + " group by helper_id having count(*) filter (where visits < ?) > 0"
                        + " order by helper_id limit ?",
                OverdueVisits::counted,
                requiredFirst(values));
    }

    /** Divisions are few: what was visited is counted at once. */
    private List<Count> byDivision(Filter filter, By by, @Nullable Cursor after, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(filter.month().atDay(1));
        values.add(filter.month().atEndOfMonth());
        String where = due(filter, values);
        values.add(after == null ? "" : after.text(0));
        values.add(filter.required());
        values.add(limit + 1);
        return database.list(
                "with visited as (select v.pairing_id, count(*) as visits from visit v"
                        + " where v.visited_on between ? and ?"
                        + " and not exists (select from visit c where c.corrects = v.id) group by v.pairing_id)"
                        + " select key, count(*), count(*) filter (where visits < required) from ("
                        + "select " + by.key + " as key, coalesce(visits, 0) as visits, r.required from pairing p"
                        + " left join visited on visited.pairing_id = p.id cross join (select ?::integer as required) r"
                        + " where " + where + ") each where key > ? group by key"
                        + " having count(*) filter (where visits < required) > 0 order by key limit ?",
                OverdueVisits::counted,
                ordered(values));
    }

    private static Count counted(ResultSet row) throws SQLException {
        return new Count(row.getString(1), row.getLong(2), row.getLong(3));
    }

    /** Of the last three values the first is asked for at the head of the statement. */
    private static @Nullable Object[] requiredFirst(List<@Nullable Object> values) {
        List<@Nullable Object> ordered = new ArrayList<>(values);
        ordered.addFirst(ordered.remove(ordered.size() - 3));
        return ordered.toArray();
    }

    /** The required number stands before the conditions in the statement of the counts. */
    private static @Nullable Object[] ordered(List<@Nullable Object> values) {
        List<@Nullable Object> ordered = new ArrayList<>(values);
        Object required = ordered.remove(ordered.size() - 2);
        ordered.add(2, required);
        return ordered.toArray();
    }

    private static String due(Filter filter, List<@Nullable Object> values) {
        values.add(filter.area().from());
        values.add(filter.area().to());
        values.add(filter.month().atDay(1));
        values.add(filter.month().atEndOfMonth());
        if (filter.helper() == null) {
            return "p.village_code between ? and ? and p.since <= ? and (p.until is null or p.until >= ?)";
        }
        values.add(filter.helper());
        return "p.village_code between ? and ? and p.since <= ? and (p.until is null or p.until >= ?)"
                + " and p.helper_id = ?";
    }

    private static Overdue row(ResultSet row) throws SQLException {
        return new Overdue(
                row.getObject("id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getLong("village_code"),
                row.getObject("helper_id", UUID.class),
                row.getString("name") == null ? "" : row.getString("name"),
                row.getInt("visits"),
                row.getObject("last", LocalDate.class));
    }
}
