package org.jingzhun.chassis.batch;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Sets the array parameters of a statement that reads from {@code unnest}, column by column from the first. */
public final class Columns<E> {

    /** What a row has in a column. */
    @FunctionalInterface
    public interface Value<E> {
        @Nullable
        Object of(E row);
    }

    private final PreparedStatement statement;
    private final Collection<E> batch;
    private int next;

    public Columns(PreparedStatement statement, Collection<E> batch) {
        this(statement, batch, 1);
    }

    /** @param first index of the first array parameter */
    public Columns(PreparedStatement statement, Collection<E> batch, int first) {
        this.statement = statement;
        this.batch = batch;
        this.next = first;
    }

    /** @param type PostgreSQL type of the elements */
    public Columns<E> set(String type, Value<? super E> value) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[batch.size()];
        int row = 0;
        for (E each : batch) {
            values[row++] = value.of(each);
        }
        statement.setArray(next++, statement.getConnection().createArrayOf(type, ofOneClass(values)));
        return this;
    }

    /** The driver sends numbers, truth values and texts as they are only if the array itself says what it has. */
    private static @Nullable Object[] ofOneClass(@Nullable Object[] values) {
        Class<?> one = null;
        for (Object value : values) {
            if (value != null && one != null && value.getClass() != one) {
                return values;
            }
            one = value == null ? one : value.getClass();
        }
        return switch (one == null ? "" : one.getName()) {
            case "java.lang.Long" -> Arrays.copyOf(values, values.length, Long[].class);
            case "java.lang.Integer" -> Arrays.copyOf(values, values.length, Integer[].class);
            case "java.lang.Boolean" -> Arrays.copyOf(values, values.length, Boolean[].class);
            case "java.lang.String" -> Arrays.copyOf(values, values.length, String[].class);
            default -> values;
        };
    }

    /** Index of the parameter behind the last one set. */
    public int next() {
        return next;
    }
}
