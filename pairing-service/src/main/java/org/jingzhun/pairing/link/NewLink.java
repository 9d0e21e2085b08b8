package org.jingzhun.pairing.link;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link to be made.
 *
 * @param division 12-digit code of what is helped; for a person, of the village in which it lives
 * @param personId the person, for contacts
 * @param since first day; today if {@code null}
 * @param document that sets it
 */
public record NewLink(
        LinkKind kind,
        Party party,
        long division,
        @Nullable UUID personId,
        @Nullable LocalDate since,
        @Nullable String document) {}
