package org.jingzhun.chassis.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The usual merge as one statement: insert new rows, update those that differ, leave the others untouched (so that
 * importing the same file again changes nothing).
 */
public final class Upsert {

    private final String sql;
    private final String insertion;

    private Upsert(String sql, String insertion) {
        this.sql = sql;
        this.insertion = insertion;
    }

    /** @param target table to merge into */
    public static Builder into(String target) {
        return new Builder(target);
    }

    /** Merges the lines; counts by the version of each row before and after. */
    public Merged run(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = lines.bind(statement, 1);
            lines.bind(statement, next);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long inserted = row.getLong(1);
                long updated = row.getLong(2);
                return new Merged(inserted, updated, row.getLong(3) - inserted - updated);
            }
        }
    }

    /**
     * Inserts the lines, of which none may be known yet: takes half of the time of {@link #run}.
     *
     * @return how many went in
     * @throws SQLException when a line violates a constraint, a key that is taken among them
     */
    public long insert(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insertion)) {
            lines.bind(statement, 1);
            return statement.executeLargeUpdate();
        }
    }

    @Override
    public String toString() {
        return sql;
    }

    /** Collects the columns. */
    public static final class Builder {

        private final String target;
        private final Map<String, String> columns = new LinkedHashMap<>();
        private final List<String> keys = new ArrayList<>();
        private final List<String> onUpdate = new ArrayList<>();
        private String guard = "";
        private String source = "";

        private Builder(String target) {
            this.target = target;
        }

        /** The staging table, known as {@code s} in expressions; joins may follow. */
        public Builder from(String stagingTable, String... joins) {
            source = stagingTable + " s " + String.join(" ", joins);
            return this;
        }

        /** Columns of the primary or a unique key, staged under the same names. */
        public Builder key(String... names) {
            for (String name : names) {
                keys.add(name);
                columns.put(name, "s." + name);
            }
            return this;
        }

        /** Columns staged under the same names. */
        public Builder columns(String... names) {
            for (String name : names) {
                columns.put(name, "s." + name);
            }
            return this;
        }

        /** A column with an expression over {@code s} and the joined tables. */
        public Builder column(String name, String expression) {
            columns.put(name, expression);
            return this;
        }

        /** Set only when a row really changes, for example {@code revision = household.revision + 1}. */
        public Builder onUpdate(String assignment) {
            onUpdate.add(assignment);
            return this;
        }

        /** A further condition for an update, for example {@code household.source = 'IMPORT'}. */
        public Builder onlyWhere(String condition) {
            guard = " and " + condition;
            return this;
        }

        public Upsert build() {
            List<String> values = columns.keySet().stream()
                    .filter(name -> !keys.contains(name))
                    .toList();
            String stored = values.stream().map(name -> target + "." + name).collect(Collectors.joining(", "));
            String sent = values.stream().map(name -> "excluded." + name).collect(Collectors.joining(", "));
            var assignments = new ArrayList<String>();
            values.forEach(name -> assignments.add(name + " = excluded." + name));
            assignments.addAll(onUpdate);
            String conflict = values.isEmpty()
                    ? "do nothing"
                    : "do update set " + String.join(", ", assignments) + " where (" + stored + ") is distinct from ("
                            + sent + ")" + guard;
            String insertion = "insert into " + target + " (" + String.join(", ", columns.keySet()) + ") select "
                    + String.join(", ", columns.values()) + " from " + source + " where " + Lines.CONDITION
                    + " order by s.line";
            return new Upsert(
                    "with merged as (" + insertion + " on conflict (" + String.join(", ", keys) + ") " + conflict
                            + " returning (old." + keys.getFirst() + " is null) as fresh)"
                            + " select count(*) filter (where fresh), count(*) filter (where not fresh),"
                            + " (select count(*) from " + source + " where " + Lines.CONDITION + ") from merged",
                    insertion);
        }
    }
}
