package org.jingzhun.pairing.helper;

import org.jspecify.annotations.Nullable;

/**
 * What is told of a unit.
 *
 * @param division 12-digit code of the area in which it helps
 * @param seat 12-digit code of the township or county in which its people work
 */
public record UnitFacts(
        String name,
        UnitLevel level,
        long division,
        @Nullable Long seat) {}
