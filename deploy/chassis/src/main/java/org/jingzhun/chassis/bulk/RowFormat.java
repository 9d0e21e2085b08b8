package org.jingzhun.chassis.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a row of an import looks like, and the staging table that takes it: {@code import_id uuid, line bigint}, primary
 * key over both, and a column for each staged field and computed value.
 */
public final class RowFormat {

    private final String table;
    private final List<Field<?>> fields;
    private final Map<String, Integer> slots = new HashMap<>();
    private final IdentityHashMap<Field<?>, Integer> slotOfField = new IdentityHashMap<>();
    private final List<Computed<?>> computed;
    private final List<RowCheck> checks;
    private final @Nullable Field<Long> place;
    private final @Nullable Year year;

    /**
     * The year to which a row belongs, and the field that tells it.
     *
     * @param isOne whether all rows of a file must be of one, also when it is not said which
     */
    record Year(Field<?> field, boolean isOne, Function<Row, @Nullable Integer> of) {}

    record Computed<V>(String column, CellType<V> type, Function<Row, @Nullable V> value) {

        /** @return false when there is no value */
        boolean write(Row row, CopyText out) {
            V made = value.apply(row);
            if (made != null) {
                type.writer().accept(made, out);
            }
            return made != null;
        }
    }

    private RowFormat(Builder builder) {
        this.table = builder.table;
        this.fields = List.copyOf(builder.fields);
        this.computed = List.copyOf(builder.computed);
        this.checks = List.copyOf(builder.checks);
        this.place = builder.place;
        this.year = builder.year;
        for (int slot = 0; slot < fields.size(); slot++) {
            if (slots.put(fields.get(slot).name(), slot) != null) {
                throw new IllegalArgumentException(
                        "Field (" + fields.get(slot).name() + ") must be named once in the format of " + table);
            }
            slotOfField.put(fields.get(slot), slot);
        }
        Set<String> columns = new HashSet<>();
        for (String column : columns()) {
            if (!columns.add(column)) {
                throw new IllegalArgumentException("Column (" + column + ") must be staged once in " + table);
            }
        }
    }

    private RowFormat(RowFormat format, Map<String, Integer> names) {
        this.table = format.table;
        this.fields = format.fields;
        this.computed = format.computed;
        this.checks = format.checks;
        this.place = format.place;
        this.year = format.year;
        this.slotOfField.putAll(format.slotOfField);
        this.slots.putAll(names);
    }

    /**
     * The same format, whose fields may have other names as well.
     *
     * @param aliases field by other name
     * @throws IllegalArgumentException when there is no such field, or one is the name of a field already
     */
    RowFormat alsoCalled(Map<String, String> aliases) {
        var names = new HashMap<>(slots);
        aliases.forEach((alias, field) -> {
            Integer slot = slots.get(field);
            if (slot == null || names.put(alias, slot) != null) {
                throw new IllegalArgumentException(
                        "Alias (%s) must be of a field, and of one only, in the format of %s, but is of %s"
                                .formatted(alias, table, field));
            }
        });
        return new RowFormat(this, names);
    }

    /** @param table staging table, made by the service's migration */
    public static Builder stagedIn(String table) {
        return new Builder(table);
    }

    /** Collects the parts of a format. */
    public static final class Builder {

        private final String table;
        private final List<Field<?>> fields = new ArrayList<>();
        private final List<Computed<?>> computed = new ArrayList<>();
        private final List<RowCheck> checks = new ArrayList<>();
        private @Nullable Field<Long> place;
        private @Nullable Year year;

        private Builder(String table) {
            this.table = table;
        }

        public Builder fields(Field<?>... more) {
            fields.addAll(List.of(more));
            return this;
        }

        /** A column made out of the row: a hash, a ciphertext, a score. Evaluated only for valid rows. */
        public <V> Builder computed(String column, CellType<V> type, Function<Row, @Nullable V> value) {
            computed.add(new Computed<>(column, type, value));
            return this;
        }

        public Builder check(RowCheck check) {
            checks.add(check);
            return this;
        }

        /** The division field by which a row belongs to an area: rows outside the caller's are rejected. */
        public Builder within(Field<Long> division) {
            place = division;
            return this;
        }

        /**
         * The field by which a row is of a year: a file may say with the parameter {@code year} of which year it is, and
         * is then refused whole, before anything is written, when a row is of another.
         */
        public Builder ofYear(Field<Integer> field) {
            year = new Year(field, false, row -> row.find(field));
            return this;
        }

        /** As {@link #ofYear}; without the parameter all rows must be of the year of the first. */
        public Builder ofOneYear(Field<Integer> field) {
            year = new Year(field, true, row -> row.find(field));
            return this;
        }

        /** As {@link #ofOneYear}, by the year of a date. */
        public Builder ofOneYearOf(Field<LocalDate> field) {
            year = new Year(field, true, row -> yearOf(row.find(field)));
            return this;
        }

        /** As {@link #ofYear}, by the year of a date. */
        public Builder ofYearOf(Field<LocalDate> field) {
            year = new Year(field, false, row -> yearOf(row.find(field)));
            return this;
        }

        private static @Nullable Integer yearOf(@Nullable LocalDate date) {
            return date == null ? null : date.getYear();
        }

        public RowFormat build() {
            return new RowFormat(this);
        }
    }

    /** The staging table. */
    public String table() {
        return table;
    }

    /** The DDL that the service's migration must contain. */
    public String ddl() {
        String columns = Stream.concat(
                        fields.stream()
                                .filter(field -> field.column() != null)
                                .map(field -> "  " + field.column() + " "
                                        + field.type().cell().sql() + (field.isRequired() ? " not null,\n" : ",\n")),
                        computed.stream()
                                .map(each ->
                                        "  " + each.column() + " " + each.type().sql() + ",\n"))
                .collect(Collectors.joining());
        return "create table " + table + " (\n  import_id uuid not null,\n  line bigint not null,\n" + columns
                + "  primary key (import_id, line)\n);\nselect staging_table('" + table + "');\n";
    }

    /** The staged columns without {@code import_id} and {@code line}, in the order in which rows are written. */
    List<String> columns() {
        var columns = new ArrayList<String>();
        for (Field<?> field : fields) {
            String column = field.column();
            if (column != null) {
                columns.add(column);
            }
        }
        computed.forEach(each -> columns.add(each.column()));
        return columns;
    }

    /** A staged row as JSON, for rejections that are found in the database. */
    String shownRow(String alias) {
        return fields.stream()
                .filter(field -> field.column() != null)
                .map(field -> "'" + field.name() + "', " + field.type().shown(alias + "." + field.column()))
                .collect(Collectors.joining(", ", "jsonb_strip_nulls(jsonb_build_object(", "))::text"));
    }

    List<String> fieldNames() {
        return fields.stream().map(Field::name).toList();
    }

    /** The names of the fields, and what else they are called. */
    Set<String> names() {
        return slots.keySet();
    }

    List<Field<?>> fields() {
        return fields;
    }

    List<Computed<?>> computed() {
        return computed;
    }

    List<RowCheck> checks() {
        return checks;
    }

    @Nullable
    Field<Long> place() {
        return place;
    }

    @Nullable
    Year year() {
        return year;
    }

    /** @return -1 when there is no such field */
    int slot(String name) {
        return slots.getOrDefault(name, -1);
    }

    int slot(Field<?> field) {
        Integer slot = slotOfField.get(field);
        if (slot == null) {
            throw new IllegalArgumentException("Field (" + field.name() + ") must be part of the format of " + table);
        }
        return slot;
    }
}
