package org.jingzhun.funding.budgetrule.checking;

import org.jspecify.annotations.Nullable;

/**
 * A special fund allocated by fixed factors.
 *
 * @param total what came
 * @param separate what of it has a line of its own for poverty work; null if there is no such line
 */
public record FactorFund(Figure total, @Nullable Figure separate) {}
