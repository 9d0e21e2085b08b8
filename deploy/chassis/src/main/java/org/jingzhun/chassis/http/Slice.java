package org.jingzhun.chassis.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list.
 *
 * @param items in the list's order
 * @param next cursor for the piece that follows; {@code null} at the end
 */
public record Slice<T>(
        List<T> items,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.")
        @Nullable
        String next) {

    public Slice {
        items = List.copyOf(items);
    }

    /**
     * Cuts a slice out of rows that were read with {@code limit + 1}: the surplus row only tells that there are more.
     *
     * @param cursor the cursor that stands behind a row
     */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, Cursor> cursor) {
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Slice<>(items, cursor.apply(items.getLast()).toString());
    }

    /** Reads rows in the order of their ids. */
    @FunctionalInterface
    public interface RowsById<T> {

        /** @param after id behind which to begin, {@code null} for the beginning */
        List<T> read(@Nullable UUID after, int limit);
    }

    /**
     * A slice of a list in the order of ids.
     *
     * @param after the cursor that the client sent
     * @param limit rows at most; one more is read, which only tells that there are more
     */
    public static <T> Slice<T> byId(@Nullable String after, int limit, RowsById<T> rows, Function<T, UUID> id) {
        Cursor cursor = Cursor.parse(after, 1);
        return of(rows.read(cursor == null ? null : cursor.id(0), limit + 1), limit, row -> Cursor.of(id.apply(row)));
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> mapper) {
        return new Slice<>(items.stream().<R>map(mapper).toList(), next);
    }
}
