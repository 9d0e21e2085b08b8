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
    private static final String COUNTED = " v.visited_on between ? and ?"
            + " and not exists (select from visit c where c.corrects = v.id and c.corrects is not null)";

    private static final String VISITED = "(select count(*) from visit v where v.pairing_id = p.id and" + COUNTED + ")";

    private static final String VISITS_BY_PAIRING =
            " materialized (select v.pairing_id, count(*) as visits from visit v where";

    /** Pairings of the first window, for each row asked for. */
    private static final int WINDOW = 4;

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final long COUNTY_SIZE = 1_000_000;

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
        HELPER,
        VILLAGE,
        COUNTY
    }

    /**
     * How many households of a helper, village or county wait.
     *
     * @param key id or 12-digit code
     */
    public record Count(String key, long due, long overdue) {}

    /** Where a slice goes on: behind this pairing of this village. */
    private record Place(long village, UUID pairing) {
        static final Place BEGINNING = new Place(0, BEFORE_ALL);
        static final Place END = new Place(Long.MAX_VALUE, new UUID(-1, -1));
    }

    /**
     * By village and pairing. The visits of a window of pairings are counted at once; what a slice lacks comes from the next
     * window, twice as large.
     */
    public Slice<Overdue> list(Filter filter, @Nullable Cursor after, int limit) {
        List<Overdue> found = new ArrayList<>();
        Place from = after == null ? Place.BEGINNING : new Place(after.number(0), after.id(1));
        for (int window = WINDOW * (limit + 1); found.size() <= limit && !from.equals(Place.END); window *= 2) {
            Place to = endOfWindow(filter, from, window);
            found.addAll(listBetween(filter, from, to, limit + 1 - found.size()));
            from = to;
        }
        return Slice.of(found, limit, end -> Cursor.of(end.villageCode(), end.pairingId()));
    }

    private Place endOfWindow(Filter filter, Place from, int window) {
        List<@Nullable Object> values = new ArrayList<>();
        String where = due(between(filter, from, Place.END), values);
        values.addAll(List.of(from.village(), from.pairing(), window - 1));
        return database.find(
                        "select p.village_code, p.id from pairing p where " + where
                                + " and (p.village_code, p.id) > (?, ?) order by p.village_code, p.id offset ? limit 1",
                        row -> new Place(row.getLong(1), row.getObject(2, UUID.class)),
                        values.toArray())
                .orElse(Place.END);
    }

    /** PostgreSQL begins and ends a scan of an index by the village, not by village and pairing. */
    private static Filter between(Filter filter, Place from, Place to) {
        Area area = filter.area().intersect(new Area(from.village(), to.village()));
        return new Filter(area, filter.month(), filter.required(), filter.helper());
    }

    private List<Overdue> listBetween(Filter filter, Place from, Place to, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        String where = due(between(filter, from, to), values);
        values.addAll(List.of(from.village(), from.pairing(), to.village(), to.pairing()));
        values.addAll(List.of(filter.month().atDay(1), filter.month().atEndOfMonth(), filter.required(), limit));
        return database.list(
                "with due as materialized (select p.id, p.household_id, p.village_code, p.helper_id from pairing p where "
                        + where
                        + " and (p.village_code, p.id) > (?, ?) and (p.village_code, p.id) <= (?, ?)), visited as"
                        + VISITS_BY_PAIRING + " v.pairing_id = any(array(select id from due)) and" + COUNTED
                        + " group by v.pairing_id) select d.*, h.name,"
                        + " (select max(visited_on) from visit where pairing_id = d.id) as last"
                        + " from (select due.*, coalesce(visits, 0) as visits from due left join visited on pairing_id = id"
                        + " where coalesce(visits, 0) < ? order by village_code, id limit ?) d"
                        + " left join helper h on h.id = d.helper_id order by d.village_code, d.id",
                OverdueVisits::row,
                values.toArray());
    }

    /** In the order of the keys: those with overdue visits, beside all that are due. */
    public Slice<Count> count(Filter filter, By by, @Nullable Cursor after, int limit) {
        List<Count> rows =
                switch (by) {
                    case HELPER -> alongIndex(filter, "p.helper_id", after == null ? BEFORE_ALL : after.id(0), limit);
                    case VILLAGE -> alongIndex(filter, "p.village_code", after == null ? 0L : after.number(0), limit);
                    case COUNTY -> byCounty(filter, after == null ? 0 : after.number(0), limit);
                };
        return Slice.of(rows, limit, end -> Cursor.of(end.key()));
    }

    /** Helpers and villages are many: read along the index as far as the slice goes. */
    private List<Count> alongIndex(Filter filter, String key, Object after, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(List.of(filter.month().atDay(1), filter.month().atEndOfMonth()));
        String where = due(filter, values);
        values.addAll(List.of(after, filter.required(), limit + 1));
        return database.list(
                "select key::text, due, overdue from (select key, count(*) as due,"
                        + " count(*) filter (where visits < required) as overdue from (select " + key + " as key, "
                        + VISITED
                        + " as visits from pairing p where " + where + " and " + key + " > ?) each,"
                        + " (select ?::integer as required) r group by key) c where overdue > 0 order by c.key limit ?",
                OverdueVisits::counted,
                values.toArray());
    }

    /** Counties are few: what was visited is counted at once, by one process, since each would make the same table of it. */
    private List<Count> byCounty(Filter filter, long after, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(List.of(filter.month().atDay(1), filter.month().atEndOfMonth()));
        values.add(filter.required());
        String where = due(filter, values);
        values.addAll(List.of(after + COUNTY_SIZE, limit + 1));
        return database.list(
                "with visited as" + VISITS_BY_PAIRING + COUNTED + " group by v.pairing_id)"
                        + " select key::text, due, overdue from (select p.village_code / 1000000 * 1000000 as key,"
                        + " count(*) as due, count(*) filter (where coalesce(visits, 0) < ?) as overdue from pairing p"
                        + " left join visited on visited.pairing_id = p.id where " + where
                        + " and p.village_code >= ? group by 1) c where overdue > 0 order by c.key limit ?",
                OverdueVisits::counted,
                values.toArray());
    }

    private static Count counted(ResultSet row) throws SQLException {
        return new Count(row.getString(1), row.getLong(2), row.getLong(3));
    }

    private static String due(Filter filter, List<@Nullable Object> values) {
        values.add(filter.area().from());
        values.add(filter.area().to());
        values.add(filter.month().atDay(1));
        values.add(filter.month().atEndOfMonth());
        String due = "p.village_code between ? and ? and p.since <= ? and (p.until is null or p.until >= ?)";
        if (filter.helper() == null) {
            return due;
        }
        values.add(filter.helper());
        return due + " and p.helper_id = ?";
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
