package org.jingzhun.funding.riskpool;

import java.time.LocalDate;
import java.util.Set;
import org.jingzhun.funding.riskpool.rule.LossSharing;

/**
 * What agreements on risk pools may say from a day on, and what they say if they do not.
 *
 * @param poolShare basis points that the pool bears of a loss, between {@code leastPoolShare} and {@code mostPoolShare}
 * @param leverage how many times its balance a pool stands for, between {@code leastLeverage} and {@code mostLeverage}
 * @param triggerDays overdue, from which the bank may claim
 * @param stopOverdue basis points above which lending stops
 * @param stopCompensated basis points above which lending stops
 * @param products that pools may cover
 */
public record PoolRule(
        String version,
        LocalDate validFrom,
        int poolShare,
        int leastPoolShare,
        int mostPoolShare,
        int leverage,
        int leastLeverage,
        int mostLeverage,
        int triggerDays,
        int stopOverdue,
        int stopCompensated,
        Set<String> products,
        String source) {

    public PoolRule {
        products = Set.copyOf(products);
        if (leastPoolShare > poolShare || poolShare > mostPoolShare || mostPoolShare > LossSharing.WHOLE) {
            throw new IllegalArgumentException("Share (" + version + ") must lie between its bounds");
        }
        if (leastLeverage > leverage || leverage > mostLeverage || leastLeverage < 1) {
            throw new IllegalArgumentException("Leverage (" + version + ") must lie between its bounds");
        }
    }
}
