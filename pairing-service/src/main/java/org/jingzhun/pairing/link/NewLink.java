package org.jingzhun.pairing.link;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link to be made.
 *
 * @param villageCode 12-digit code
 * @param since first day; today if {@code null}
 * @param document that sets it
 */
public record NewLink(
        LinkKind kind,
        UUID unitId,
        long villageCode,
        @Nullable LocalDate since,
        @Nullable String document) {}
