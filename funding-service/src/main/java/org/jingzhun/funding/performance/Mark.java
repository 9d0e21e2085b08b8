package org.jingzhun.funding.performance;

import jakarta.persistence.Embeddable;

/**
 * Points for one criterion, with the evidence behind them.
 *
 * @param points hundredths of a point
 */
@Embeddable
public record Mark(String criterion, int points, String evidence) {}
