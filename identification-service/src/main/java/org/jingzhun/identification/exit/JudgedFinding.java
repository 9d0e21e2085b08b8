package org.jingzhun.identification.exit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding beside what it was compared with.
 *
 * @param year of the exit, or the later year of a re-check
 * @param threshold of the criterion, or the line of that year
 */
public record JudgedFinding(
        int year,
        String criterion,
        Weight weight,
        boolean met,
        @Nullable Boolean stated,
        @Nullable BigDecimal value,
        @Nullable BigDecimal threshold,
        List<String> evidence,
        @Nullable String note,
        String recordedBy,
        Instant recordedAt) {}
