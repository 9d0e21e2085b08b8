package org.jingzhun.funding.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objection to what was announced (异议).
 *
 * @param text what was said, null for whoever may not read it
 * @param deadline day by which it is answered
 */
public record Objection(
        UUID id,
        UUID disclosureId,
        Instant raisedAt,
        LocalDate deadline,
        @Nullable String text,
        @Nullable String answer,
        @Nullable Instant answeredAt) {}
