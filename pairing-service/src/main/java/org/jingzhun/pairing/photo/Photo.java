package org.jingzhun.pairing.photo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture taken at a household.
 *
 * @param sha256 of the content, 64 hexadecimal digits
 * @param takenAt by the phone's clock
 * @param latitude degrees, WGS 84; null with the longitude when the phone could not tell
 */
public record Photo(
        UUID householdId,
        String sha256,
        byte[] content,
        Instant takenAt,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude) {}
