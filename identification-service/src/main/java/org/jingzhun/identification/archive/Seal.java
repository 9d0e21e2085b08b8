package org.jingzhun.identification.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sealed archive of a county and year (年度归档).
 *
 * @param county the lowest code of the county
 * @param jobId of the job that seals or sealed it
 * @param retention version of the schedule by which it is kept
 * @param sections that every file has
 * @param sealedAt null while the job runs, likewise households and root
 * @param root SHA-256 of the lines {@code <sha256>  <household id>} of all files that tell everything, by id
 */
public record Seal(
        UUID id,
        long county,
        int year,
        UUID jobId,
        String retention,
        List<String> sections,
        String sealedName,
        Instant begunAt,
        @Nullable Instant sealedAt,
        @Nullable Long households,
        @Nullable String root) {

    public Seal {
        sections = List.copyOf(sections);
    }
}
