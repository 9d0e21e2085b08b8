package org.jingzhun.pairing.helper;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a unit.
 *
 * @param division 12-digit code of the area in which it helps
 * @param seat 12-digit code of the township or county in which its people work
 * @param latitude of the place where they work, degrees north (WGS 84); {@code null} with the longitude if unknown
 * @param longitude degrees east
 */
public record UnitFacts(
        String name,
        UnitLevel level,
        long division,
        @Nullable Long seat,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude) {}
