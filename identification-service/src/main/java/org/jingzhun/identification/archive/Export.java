package org.jingzhun.identification.archive;

import java.time.Instant;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.access.Discretion;
import org.jspecify.annotations.Nullable;

/**
 * The files of a division's registered households, compiled once to be fetched (批量导出).
 *
 * @param id that of the job as well
 * @param scope how much of the personal data the files tell
 * @param finishedAt null while the job runs, likewise households
 */
public record Export(
        UUID id,
        Area area,
        Discretion scope,
        String reason,
        String orderedName,
        Instant orderedAt,
        @Nullable Instant finishedAt,
        @Nullable Long households) {}
