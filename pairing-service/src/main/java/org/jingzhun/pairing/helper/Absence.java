package org.jingzhun.pairing.helper;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a helper cannot help (请假、离岗).
 *
 * @param until last day; null if nobody knows, or for good
 */
public record Absence(
        UUID id,
        UUID helperId,
        AbsenceKind kind,
        LocalDate since,
        @Nullable LocalDate until,
        String remark,
        long revision) {}
