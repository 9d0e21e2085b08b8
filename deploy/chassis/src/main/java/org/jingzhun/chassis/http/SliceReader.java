package org.jingzhun.chassis.http;

import org.jspecify.annotations.Nullable;

/** Reads one slice of a list: keyset paging, so that each slice costs the same. */
@FunctionalInterface
public interface SliceReader<T> {

    /**
     * @param after cursor behind which to begin, {@code null} for the beginning
     * @param limit rows at most
     */
    Slice<T> read(@Nullable String after, int limit);
}
