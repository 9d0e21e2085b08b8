package org.jingzhun.chassis.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Row-level security without the service: one row of a county in every table, all constraints dropped, then
 * {@code select * from} each under the setting of one area or another. The owner is put under the policies
 * for it as the service's role is. All in one transaction that is taken back, so it needs no fixture, and a new table is covered as soon as there is one.
 */
public final class Secured {

    private static final String TABLES =
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"
                    + " and not relispartition and relname <> 'flyway_schema_history' order by relname";

    private static final String COLUMNS = """
            select attname, format_type(atttypid, null), attgenerated <> '' or attidentity = 'a',
                   (select typtype from pg_type where oid = atttypid),
                   (select enumlabel from pg_enum where enumtypid = atttypid order by enumsortorder limit 1)
            from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped
            """;
    /** What somebody outside may send and is kept with its refusal; the audit is sealed meanwhile, and has a proof of its own. */
    private static final Pattern ON_THEIR_WAY = Pattern.compile("audit|job|import|import_rejection|staged_.*");

    /** The service seals its audit trail meanwhile, and takes its locks in another order. */
    private static final String DEADLOCK = "40P01";

    private static final int ATTEMPTS = 5;

    private static final String ID = UUID.randomUUID().toString();

    private final String database;
    private final Things things;

    private Secured(String database, Things things) {
        this.database = database;
        this.things = things;
    }

    public static Secured of(String database, Things things) {
        return new Secured(database, things);
    }

    /** How many rows of the county each table shows under an area. */
    private Map<String, Long> rowsSeen(Connection owner, String from, String to) throws SQLException {
        Map<String, Long> seen = new TreeMap<>();
        try (Statement statement = owner.createStatement()) {
            statement.execute("select set_config('jingzhun.area_from', '" + from + "', true),"
                    + " set_config('jingzhun.area_to', '" + to + "', true)");
            for (String table : tables(owner)) {
                seen.put(table, number(owner, "select count(*) from (select * from \"" + table + "\") rows"));
            }
        }
        return seen;
    }

    /** Tables that show the county's row to a foreign area, or to nobody at all. */
    public Set<String> open() throws SQLException {
        Set<String> open = new TreeSet<>();
        inTransaction(owner -> {
            fill(owner);
            for (String[] area : List.of(
                    range("640410"), range(Standpoint.SIBLING.area(things)), new String[] {"", ""}, new String[] {
                        "1", "0"
                    })) {
                rowsSeen(owner, area[0], area[1]).forEach((table, rows) -> {
                    if (rows > 0) {
                        open.add(table);
                    }
                });
            }
            open.removeAll(closed(owner));
        });
        return open;
    }

    /** What the service itself may not read, only functions of the owner. */
    private List<String> closed(Connection owner) throws SQLException {
        String service =
                PlatformResource.platform().addresses().database(database).appUser();
        return names(
                owner,
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"
                        + " and not has_any_column_privilege('" + service + "', oid, 'select')");
    }

    /** Views by which the service reads with their owner's rights, past all policies. */
    public Set<String> openViews() throws SQLException {
        Set<String> open = new TreeSet<>();
        String service =
                PlatformResource.platform().addresses().database(database).appUser();
        inTransaction(owner -> open.addAll(names(
                owner,
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')"
                        + " and 'security_invoker=true' <> all (coalesce(reloptions, '{}'))"
                        + " and has_any_column_privilege('" + service + "', oid, 'select')")));
        return open;
    }

    /** Tables that do not even show the row to the county itself: then {@link #open} says nothing of them. */
    public Set<String> dark() throws SQLException {
        Set<String> dark = new TreeSet<>();
        inTransaction(owner -> {
            fill(owner);
            String[] own = range(things.county());
            rowsSeen(owner, own[0], own[1]).forEach((table, rows) -> {
                if (rows == 0) {
                    dark.add(table);
                }
            });
        });
        return dark;
    }

    /** Whether every job has ended. */
    public boolean areAtRest() throws SQLException {
        AtomicBoolean resting = new AtomicBoolean();
        inTransaction(owner ->
                resting.set(number(owner, "select count(*) from job where state in ('QUEUED', 'RUNNING')") == 0));
        return resting.get();
    }

    /** Everything that the county's tables hold: changes when one of its rows does. */
    public Map<String, String> print() throws SQLException {
        Map<String, String> print = new TreeMap<>();
        inTransaction(owner -> {
            for (String table : tables(owner)) {
                if (ON_THEIR_WAY.matcher(table).matches()) {
                    continue;
                }
                try (Statement statement = owner.createStatement();
                        ResultSet row = statement.executeQuery(
                                "select md5(coalesce(string_agg(t, ',' order by t), '')) from (select r::text as t from \""
                                        + table + "\" r) rows where t like '%" + things.county() + "%'")) {
                    row.next();
                    print.put(table, row.getString(1));
                }
            }
        });
        return print;
    }

    private interface Work {
        void in(Connection owner) throws SQLException;
    }

    private void inTransaction(Work work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                once(work);
                return;
            } catch (SQLException failure) {
                if (!DEADLOCK.equals(failure.getSQLState()) || attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private void once(Work work) throws SQLException {
        var own = PlatformResource.platform().addresses().database(database);
        try (Connection owner = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword())) {
            owner.setAutoCommit(false);
            try {
                work.in(owner);
            } finally {
                owner.rollback();
            }
        }
    }

    private static String[] range(String prefix) {
        int open = 12 - prefix.length();
        return new String[] {prefix + "0".repeat(open), prefix + "9".repeat(open)};
    }

    /** Every table of a service. */
    static Set<String> tables(String database) throws SQLException {
        Set<String> tables = new TreeSet<>();
        new Secured(database, Things.in("000000000000")).inTransaction(owner -> tables.addAll(tables(owner)));
        return tables;
    }

    private static List<String> tables(Connection owner) throws SQLException {
        return names(owner, TABLES);
    }

    private static List<String> names(Connection owner, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static long number(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Empties every table and puts one row into it, in which all ids are the same and all numbers are the village. */
    private void fill(Connection owner) throws SQLException {
        List<String> tables = tables(owner);
        try (Statement statement = owner.createStatement()) {
            statement.execute("set local lock_timeout = '20s'");
            for (String table : tables) {
                for (String drop : drops(owner, table)) {
                    statement.execute(drop);
                }
            }
            for (String table : tables) {
                statement.execute("alter table \"" + table + "\" disable trigger user");
                statement.execute("delete from \"" + table + "\"");
                statement.execute(insert(owner, table));
            }
            for (String table : tables) {
                statement.execute("alter table \"" + table + "\" force row level security");
            }
        }
    }

    /** Foreign keys first, since the keys that they point to cannot go before them. */
    private static List<String> drops(Connection owner, String table) throws SQLException {
        List<String> drops = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "select 'alter table \"' || conrelid::regclass || '\" drop constraint if exists \"' || conname || '\" cascade'"
                                + " from pg_constraint where contype in ('f', 'c', 'x') and coninhcount = 0 and conrelid = '\""
                                + table + "\"'::regclass")) {
            while (row.next()) {
                drops.add(row.getString(1).replace("\"\"", "\""));
            }
        }
        return drops;
    }

    private String insert(Connection owner, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (var statement = owner.prepareStatement(COLUMNS)) {
            statement.setString(1, "\"" + table + "\"");
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                String value = value(row.getString(2), row.getString(5));
                if (!row.getBoolean(3) && value != null) {
                    names.add("\"" + row.getString(1) + "\"");
                    values.add(value);
                }
            }
        }
        return names.isEmpty()
                ? "insert into \"" + table + "\" default values"
                : "insert into \"" + table + "\" (" + String.join(", ", names) + ") overriding system value values ("
                        + String.join(", ", values) + ")";
    }

    private @org.jspecify.annotations.Nullable String value(String type, String label) {
        if (label != null) {
            return "'" + label + "'";
        }
        return switch (type) {
            case "uuid" -> "'" + ID + "'";
            case "bigint" -> things.village();
            case "integer", "smallint", "numeric", "real", "double precision" -> "1";
            case "boolean" -> "true";
            case "date" -> "'2017-06-01'";
            case "timestamp with time zone", "timestamp without time zone" -> "'2017-06-01T08:00:00Z'";
            case "jsonb", "json" -> "'{}'";
            case "bytea" -> "'\\x00'";
            case "character", "\"char\"" -> "'x'";
            case "text", "character varying" -> "'x'";
            case "uuid[]" -> "array['" + ID + "'::uuid]";
            case "bigint[]" -> "array[" + things.village() + "]";
            case "daterange" -> "'[2017-01-01,2018-01-01)'";
            default -> type.endsWith("[]") ? "'{}'" : null;
        };
    }
}
