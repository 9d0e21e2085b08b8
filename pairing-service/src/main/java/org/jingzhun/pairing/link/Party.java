package org.jingzhun.pairing.link;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who helps by a link: exactly one of these.
 *
 * @param city 12-digit code of a city, of another province as a rule
 */
public record Party(
        @Nullable UUID unitId,
        @Nullable UUID helperId,
        @Nullable UUID enterpriseId,
        @Nullable Long city) {

    /** What kind of party it is; {@code null} if none or more than one is named. */
    LinkKind.@Nullable Party kind() {
        if (Stream.of(unitId, helperId, enterpriseId, city)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            return null;
        }
        if (unitId != null) {
            return LinkKind.Party.UNIT;
        }
        if (helperId != null) {
            return LinkKind.Party.HELPER;
        }
        return enterpriseId != null ? LinkKind.Party.ENTERPRISE : LinkKind.Party.CITY;
    }

    /** Of the unit, helper or enterprise; null of a city. */
    @Nullable
    UUID id() {
        return Stream.of(unitId, helperId, enterpriseId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
