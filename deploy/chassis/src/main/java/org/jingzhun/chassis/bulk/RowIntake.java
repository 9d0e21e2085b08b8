package org.jingzhun.chassis.bulk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** Takes the rows of an upload value by value and decides of each whether it is staged or rejected. */
final class RowIntake {

    private final RowFormat format;
    private final StagingCopy copy;
    private final Area area;
    private final LookAlikes lookAlikes;
    private final OptionalInt yearOfAll;
    private final Field<?>[] fields;
    private final boolean[] seen;
    private final Row row;
    private final List<Rejection> faults = new ArrayList<>();
    private @Nullable Integer yearOfFirst;
    private long lastLine;

    /**
     * @param area of the caller
     * @param yearOfAll of which year the sender says that all rows are
     */
    RowIntake(RowFormat format, StagingCopy copy, Area area, LookAlikes lookAlikes, OptionalInt yearOfAll) {
        this.format = format;
        this.copy = copy;
        this.area = area;
        this.lookAlikes = lookAlikes;
        this.yearOfAll = yearOfAll;
        this.fields = format.fields().toArray(Field<?>[]::new);
        this.seen = new boolean[fields.length];
        this.row = new Row(format, fields.length);
    }

    RowFormat format() {
        return format;
    }

    /**
     * What the fields of the file are called, in its header or first row.
     *
     * @throws org.jingzhun.chassis.http.ProblemException 400 when they are those of another kind
     */
    void named(Collection<String> names) {
        lookAlikes.refuseOther(names);
    }

    Field<?> field(int slot) {
        return fields[slot];
    }

    /** @return false when the row has the field already */
    boolean firstOf(int slot) {
        boolean first = !seen[slot];
        seen[slot] = true;
        return first;
    }

    void value(int slot, Object value) {
        row.value(slot, value);
    }

    void fault(String pointer, String code, Object... args) {
        faults.add(Rejection.of(pointer, code, args));
    }

    void fault(String pointer, InvalidValue invalid) {
        faults.add(new Rejection(pointer, invalid.code(), invalid.args()));
    }

    /** The whole line is unusable: one fault, whatever was found in it before. */
    void unusable(long line, Supplier<String> text, String code, Object... args) throws SQLException {
        faults.clear();
        fault("", code, args);
        reject(line, text);
        reset(line);
    }

    /** The row has no more values. */
    void end(long line, Supplier<String> text) throws SQLException {
        for (int slot = 0; slot < fields.length; slot++) {
            if (fields[slot].isRequired() && row.value(slot) == null && !isFaulty(fields[slot])) {
                fault(fields[slot].pointer(), "missing-field");
            }
        }
        if (faults.isEmpty()) {
            requireYear(line);
            judge();
        }
        if (faults.isEmpty()) {
            stage(line);
        } else {
            reject(line, text);
        }
        reset(line);
    }

    private boolean isFaulty(Field<?> field) {
        String pointer = field.pointer();
        for (Rejection fault : faults) {
            if (fault.pointer().equals(pointer)) {
                return true;
            }
        }
        return false;
    }

    private void requireYear(long line) {
        RowFormat.Year year = format.year();
        if (year == null || (yearOfAll.isEmpty() && !year.isOne())) {
            return;
        }
        Integer found = year.of().apply(row);
        if (found == null) {
            return;
        }
        if (yearOfAll.isPresent() && found != yearOfAll.getAsInt()) {
            throw otherYear("import-year-wrong", line, year, found, yearOfAll.getAsInt());
        }
        if (yearOfFirst != null && !yearOfFirst.equals(found)) {
            throw otherYear("import-years-mixed", line, year, found, yearOfFirst);
        }
        yearOfFirst = found;
    }

    private static ProblemException otherYear(String code, long line, RowFormat.Year year, int found, int expected) {
        return Problem.of(400, code, line, year.field().name(), found, expected)
                .with("line", line)
                .asException();
    }

    private void judge() {
        Field<Long> place = format.place();
        @Nullable Long division = place == null ? null : row.find(place);
        if (place != null && division != null && !area.covers(division)) {
            fault(place.pointer(), "outside-your-area");
        }
        for (RowCheck check : format.checks()) {
            check.check(row, this::fault);
        }
    }

    private void stage(long line) throws SQLException {
        CopyText cells = copy.beginRow(line);
        for (int slot = 0; slot < fields.length; slot++) {
            if (fields[slot].column() != null) {
                cells.beginCell();
                write(fields[slot], row.value(slot), cells);
            }
        }
        for (RowFormat.Computed<?> computed : format.computed()) {
            cells.beginCell();
            if (!computed.write(row, cells)) {
                cells.absent();
            }
        }
        copy.endRow();
    }

    @SuppressWarnings("unchecked") // a field's slot holds only what its own type read
    private static <T> void write(Field<T> field, @Nullable Object value, CopyText cells) {
        if (value == null) {
            cells.absent();
        } else {
            field.type().cell().writer().accept((T) value, cells);
        }
    }

    private void reject(long line, Supplier<String> text) throws SQLException {
        String shown = text.get();
        for (Rejection fault : faults) {
            copy.reject(line, fault, shown);
        }
    }

    private void reset(long line) {
        faults.clear();
        row.clear();
        java.util.Arrays.fill(seen, false);
        lastLine = line;
    }

    /** The number of the last line taken, 0 when there was none. */
    long lastLine() {
        return lastLine;
    }
}
