package org.jingzhun.chassis.bulk;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.job.Job;
import org.jingzhun.chassis.job.JobState;

/** An import as its clients see it. */
@Schema(name = "Import")
public record ImportView(
        @Schema(description = "Also the id of its job.") UUID id,

        String kind,
        JobState state,
        boolean atomic,

        @Schema(description = "Number of the last line.") long lines,

        @Schema(description = "Rows that did not go in.") long rejected,

        long inserted,
        long updated,

        @Schema(description = "Rows that were stored already, just so.")
        long unchanged) {

    static ImportView of(ImportRows.Stored stored, Job job) {
        ImportSummary summary = stored.summary();
        return new ImportView(
                stored.id(),
                stored.kind(),
                job.state(),
                stored.atomic(),
                summary.lines(),
                summary.rejected(),
                summary.inserted(),
                summary.updated(),
                summary.unchanged());
    }
}
