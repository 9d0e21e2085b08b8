package org.jingzhun.chassis.job;

import java.time.Instant;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands in the table.
 *
 * @param input JSON
 * @param caller who asked; the job runs as this caller
 * @param total units of work, {@code null} while unknown
 * @param result JSON
 * @param problem JSON of a {@link org.jingzhun.chassis.http.Problem}
 */
public record Job(
        UUID id,
        String kind,
        JobState state,
        String input,
        Caller caller,
        long done,
        @Nullable Long total,
        @Nullable String checkpoint,
        @Nullable String result,
        @Nullable String problem,
        int attempts,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
