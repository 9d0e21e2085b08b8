package org.jingzhun.pairing.social;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A title for a very large donation or an outstanding contribution (扶贫荣誉).
 *
 * @param division that confers it, 12 digits
 * @param donor as it wishes to be called
 */
public record Honour(
        UUID id,
        long division,
        String donor,
        String title,
        String reason,
        HonourState state,
        @Nullable LocalDate conferredOn,
        long revision) {}
