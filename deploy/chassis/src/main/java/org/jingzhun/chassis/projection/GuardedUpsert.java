package org.jingzhun.chassis.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jingzhun.chassis.batch.Columns;

/**
 * What {@link Projection#apply} does with a batch, as one statement: new keys are inserted, known ones replaced by a
 * higher revision and left alone otherwise, so that duplicates, disorder and replays are harmless. In the order of the
 * keys: neighbours in the index are written together, and two batches never wait for each other in a circle. The table
 * must have a column {@code revision}.
 *
 * @param <E> the events
 */
public final class GuardedUpsert<E> {

    private static final String REVISION = "revision";

    private final String table;
    private final List<Column<E>> columns;
    private final String sql;

    private record Column<E>(
            String name, String type, String expression, boolean key, Columns.Value<? super E> value) {}

    private GuardedUpsert(String table, List<Column<E>> columns) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.sql = sql();
    }

    public static <E> Builder<E> into(String table) {
        return new Builder<>(table);
    }

    /** To be called within a transaction. */
    public void apply(DataSource database, List<E> batch) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Columns<E> arrays = new Columns<>(statement, batch);
            for (Column<E> column : columns) {
                arrays.set(column.type(), column.value());
            }
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "A batch of %d could not be kept in %s".formatted(batch.size(), table), failure);
        }
    }

    private String sql() {
        String names = listed(column -> true, Column::name);
        return "insert into %1$s (%2$s) select %3$s from unnest(%4$s) as sent (%2$s) order by %5$s"
                        .formatted(
                                table,
                                names,
                                listed(column -> true, Column::expression),
                                listed(column -> true, column -> "?::" + column.type() + "[]"),
                                listed(Column::key, Column::name))
                + " on conflict (%s) do update set %s where excluded.revision > %s.revision"
                        .formatted(
                                listed(Column::key, Column::name),
                                listed(
                                        column -> !column.key(),
                                        column -> column.name() + " = excluded." + column.name()),
                                table);
    }

    private String listed(Predicate<Column<E>> which, Function<Column<E>, String> text) {
        return columns.stream().filter(which).map(text).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return sql;
    }

    /** Collects the columns. */
    public static final class Builder<E> {

        private final String table;
        private final List<Column<E>> columns = new ArrayList<>();

        private Builder(String table) {
            this.table = table;
        }

        /** @param type PostgreSQL type */
        public Builder<E> key(String name, String type, Columns.Value<? super E> value) {
            columns.add(new Column<>(name, type, name, true, value));
            return this;
        }

        /** @param type PostgreSQL type */
        public Builder<E> column(String name, String type, Columns.Value<? super E> value) {
            columns.add(new Column<>(name, type, name, false, value));
            return this;
        }

        /** A column of several words, which an array of arrays could not hold in rows of different length. */
        public Builder<E> words(String name, Columns.Value<? super E> blankSeparated) {
            String expression = "array_remove(string_to_array(%s, ' '), '')".formatted(name);
            columns.add(new Column<>(name, "text", expression, false, blankSeparated));
            return this;
        }

        /** @param revision grows with each change of the same key */
        public GuardedUpsert<E> guardedBy(Columns.Value<? super E> revision) {
            return new GuardedUpsert<>(table, column(REVISION, "bigint", revision).columns);
        }
    }
}
