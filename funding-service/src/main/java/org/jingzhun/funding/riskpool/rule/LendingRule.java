package org.jingzhun.funding.riskpool.rule;

import java.math.BigInteger;
import org.jingzhun.funding.ledger.money.Money;

/**
 * When a pool lends (停贷规则): as long as neither its overdue rate nor its compensation rate is above the threshold, and up
 * to the leverage of what is in it.
 *
 * @param leverage the pool stands for so many times what is in it
 * @param stopOverdue overdue / outstanding principal above which lending stops, basis points
 * @param stopCompensated compensated / contributed above which it stops, basis points
 */
public record LendingRule(int leverage, int stopOverdue, int stopCompensated) {

    private static final int WHOLE = LossSharing.WHOLE;

    /** What a pool may do now. */
    public sealed interface Verdict {}

    /** It lends, up to so much more. */
    public record Open(Money headroom) implements Verdict {}

    /** Its loans are overdue too often, or it has paid for too much. */
    public record Stopped(Reason reason, Money part, Money whole, int basisPoints, int threshold) implements Verdict {}

    /** It stands for as much as it may. */
    public record Exhausted(Money committed, Money most) implements Verdict {}

    /** Why lending stops. */
    public enum Reason {
        OVERDUE_RATE,
        COMPENSATION_RATE
    }

    /** @param more principal of the loan that is asked for */
    public Verdict judge(PoolFigures figures, Money more) {
        if (above(figures.overdue(), figures.outstanding(), stopOverdue)) {
            return stopped(Reason.OVERDUE_RATE, figures.overdue(), figures.outstanding(), stopOverdue);
        }
        if (above(figures.compensated(), figures.contributed(), stopCompensated)) {
            return stopped(Reason.COMPENSATION_RATE, figures.compensated(), figures.contributed(), stopCompensated);
        }
        var committed = figures.outstanding().plus(figures.promised());
        var most = Money.ofFen(Math.multiplyExact(figures.balance().fen(), leverage));
        return committed.plus(more).compareTo(most) > 0
                ? new Exhausted(committed, most)
                : new Open(most.minus(committed));
    }

    private static boolean above(Money part, Money whole, int threshold) {
        return times(part, WHOLE).compareTo(times(whole, threshold)) > 0;
    }

    private static Stopped stopped(Reason reason, Money part, Money whole, int threshold) {
        return new Stopped(reason, part, whole, rate(part, whole), threshold);
    }

    /** Part of the whole in basis points, rounded down; all of it if there is no whole. */
    public static int rate(Money part, Money whole) {
        if (whole.isZero()) {
            return part.isZero() ? 0 : WHOLE;
        }
        return times(part, WHOLE).divide(BigInteger.valueOf(whole.fen())).intValueExact();
    }

    private static BigInteger times(Money amount, int factor) {
        return BigInteger.valueOf(amount.fen()).multiply(BigInteger.valueOf(factor));
    }
}
