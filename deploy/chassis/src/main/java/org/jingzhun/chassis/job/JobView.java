package org.jingzhun.chassis.job;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.http.ProblemDocument;
import org.jspecify.annotations.Nullable;

/** A job as its clients see it. */
@Schema(name = "Job", description = "Long work and how it stands.")
public record JobView(
        UUID id,
        String kind,
        JobState state,
        @Schema(description = "Units of work done.") long done,

        @Schema(description = "Units of work in all; null while unknown.") @Nullable
        Long total,

        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,

        @JsonRawValue
        @Schema(implementation = Object.class, description = "What came out, when it succeeded.")
        @Nullable
        String result,

        @Schema(
                description =
                        "What went wrong, when it failed: `internal-error`, `job-gave-up` after too many attempts,"
                                + " `job-kind-unknown` when no service knows its kind, `import-rejected` when an import"
                                + " had to be whole, or a code of the kind of job.")
        @Nullable
        ProblemDocument problem) {

    static JobView ofNew(Job job) {
        return of(job, null);
    }

    static JobView of(Job job, @Nullable ProblemDocument problem) {
        return new JobView(
                job.id(),
                job.kind(),
                job.state(),
                job.done(),
                job.total(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.result(),
                problem);
    }
}
