package org.jingzhun.chassis.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The type of a staging column and how a value is written into it.
 *
 * @param sql for example {@code bigint}
 * @param writer writes exactly one cell
 */
public record CellType<V>(String sql, BiConsumer<V, CopyText> writer) {

    public static final CellType<String> TEXT = new CellType<>("text", (value, out) -> out.text(value));
    public static final CellType<List<String>> TEXTS = new CellType<>("text[]", (value, out) -> out.texts(value));
    public static final CellType<Long> BIGINT = new CellType<>("bigint", (value, out) -> out.number(value));
    public static final CellType<Integer> INTEGER = new CellType<>("integer", (value, out) -> out.number(value));
    public static final CellType<Boolean> BOOLEAN = new CellType<>("boolean", (value, out) -> out.bool(value));
    public static final CellType<UUID> UUID_CELL = new CellType<>("uuid", (value, out) -> out.uuid(value));
    public static final CellType<LocalDate> DATE = new CellType<>("date", (value, out) -> out.ascii(value.toString()));
    public static final CellType<byte[]> BYTES = new CellType<>("bytea", (value, out) -> out.binary(value));

    /** JSON text into {@code jsonb}. */
    public static final CellType<String> JSON = new CellType<>("jsonb", (value, out) -> out.text(value));

    /** An enumeration's name into {@code text}. */
    static <E extends Enum<E>> CellType<E> ofEnum() {
        return new CellType<>("text", (value, out) -> out.ascii(value.name()));
    }
}
