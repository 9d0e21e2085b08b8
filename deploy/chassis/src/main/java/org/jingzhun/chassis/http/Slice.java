package org.jingzhun.chassis.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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

    public <R> Slice<R> map(Function<? super T, ? extends R> mapper) {
        return new Slice<>(items.stream().<R>map(mapper).toList(), next);
    }
}
