package org.jingzhun.identification.monitoring.judging;

/**
 * What is judged.
 *
 * @param line of the year of the day
 * @param leastCoveredDays from which on the income counts as known
 * @param paymentsFen compliant own payments of the household in the twelve months (合规自付支出), in fen
 * @param sudden whether a sudden event is among the risks
 * @param copes whether the household can get over it by itself (自主应对能力)
 */
public record Facts(
        Standing standing,
        YearBefore income,
        YearLine line,
        long leastCoveredDays,
        long paymentsFen,
        boolean sudden,
        boolean copes) {

    public Facts {
        if (paymentsFen < 0) {
            throw new IllegalArgumentException("payments (%d fen) must be 0 or more".formatted(paymentsFen));
        }
    }

    /** The same of another income. */
    public Facts with(YearBefore other) {
        return new Facts(standing, other, line, leastCoveredDays, paymentsFen, sudden, copes);
    }
}
