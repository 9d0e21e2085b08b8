package org.jingzhun.chassis.bulk;

import org.jspecify.annotations.Nullable;

/** The values of a row that is just being read. */
public final class Row {

    private final RowFormat format;
    private final @Nullable Object[] values;

    Row(RowFormat format, int size) {
        this.format = format;
        this.values = new @Nullable Object[size];
    }

    /** @throws IllegalStateException when the row does not have the field; ask {@link #find} for optional ones */
    public <T> T get(Field<T> field) {
        T value = find(field);
        if (value == null) {
            throw new IllegalStateException("The row has no " + field.name());
        }
        return value;
    }

    /** {@code null} when an optional field is absent. */
    @SuppressWarnings("unchecked") // a field's slot holds only what its own type read
    public <T> @Nullable T find(Field<T> field) {
        return (T) values[format.slot(field)];
    }

    @Nullable
    Object value(int slot) {
        return values[slot];
    }

    void value(int slot, @Nullable Object value) {
        values[slot] = value;
    }

    void clear() {
        java.util.Arrays.fill(values, null);
    }
}
