package org.jingzhun.chassis.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field of the imported rows: a member of the JSON object, a column of the CSV. Required unless {@link #optional()};
 * staged in a column of the same name in snake_case unless {@link #notStaged()}.
 */
public final class Field<T> {

    private final String name;
    private final FieldType<T> type;
    private final boolean required;
    private final @Nullable String column;

    private Field(String name, FieldType<T> type, boolean required, @Nullable String column) {
        this.name = name;
        this.type = type;
        this.required = required;
        this.column = column;
    }

    /** A field of the kind's own type. */
    public static <T> Field<T> of(String name, FieldType<T> type) {
        return new Field<>(name, type, true, name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }

    /** @param longest UTF-16 characters */
    public static Field<String> text(String name, int longest) {
        return of(name, new FieldTypes.Text(longest, null, ""));
    }

    /** @param example shown to who sends something else */
    public static Field<String> text(String name, Pattern form, String example) {
        return of(name, new FieldTypes.Text(FieldTypes.LONGEST_TEXT, form, example));
    }

    public static Field<UUID> uuid(String name) {
        return of(name, new FieldTypes.Uuid());
    }

    public static Field<LocalDate> date(String name) {
        return of(name, new FieldTypes.Date());
    }

    /** A 12-digit division code, staged as {@code bigint}. */
    public static Field<Long> division(String name) {
        return of(name, new FieldTypes.Division());
    }

    public static <E extends Enum<E>> Field<E> enumeration(String name, Class<E> type) {
        return of(name, new FieldTypes.Enumeration<>(type));
    }

    public static Field<Boolean> bool(String name) {
        return of(name, new FieldTypes.Bool());
    }

    /** Both bounds included. */
    public static Field<Integer> integer(String name, int from, int to) {
        return of(name, new FieldTypes.Whole(from, to));
    }

    /** Yuan with at most two decimals as a JSON text, not negative; staged as {@code bigint} fen. */
    public static Field<Long> money(String name) {
        return of(name, new FieldTypes.Money());
    }

    /** A JSON array of texts, in CSV separated by blanks; staged as {@code text[]}. */
    public static Field<List<String>> texts(String name, int fewest, int most, int longest) {
        return of(name, new ListTypes.Texts(fewest, most, longest));
    }

    /** Codes of an enumeration, none twice; staged as {@code text[]}. */
    public static <E extends Enum<E>> Field<List<E>> enumerations(String name, Class<E> type, int fewest, int most) {
        return of(name, new ListTypes.Enumerations<>(type, fewest, most));
    }

    public Field<T> optional() {
        return new Field<>(name, type, false, column);
    }

    /** Read only to compute columns or to check the row; never reaches the database. */
    public Field<T> notStaged() {
        return new Field<>(name, type, required, null);
    }

    public Field<T> stagedAs(String otherColumn) {
        return new Field<>(name, type, required, otherColumn);
    }

    public String name() {
        return name;
    }

    public String pointer() {
        return "/" + name;
    }

    FieldType<T> type() {
        return type;
    }

    boolean isRequired() {
        return required;
    }

    @Nullable
    String column() {
        return column;
    }
}
