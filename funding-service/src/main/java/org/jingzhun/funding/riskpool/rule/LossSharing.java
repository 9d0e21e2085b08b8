package org.jingzhun.funding.riskpool.rule;

import java.math.BigInteger;
import org.jingzhun.funding.ledger.money.Money;

/** Shares a loss between pool and lender (风险分担), as 8:2 or 7:3. */
public final class LossSharing {

    /** Basis points: the whole. */
    public static final int WHOLE = 10_000;

    private LossSharing() {}

    /**
     * @param pool what the pool bears
     * @param lender what the lender bears, the fraction of a fen included
     */
    public record Shared(Money pool, Money lender) {}

    /**
     * @param poolShare basis points
     * @throws IllegalArgumentException if the share is more than all or less than nothing
     */
    public static Shared share(Money loss, int poolShare) {
        loss.requireNotNegative("Loss");
        if (poolShare < 0 || poolShare > WHOLE) {
            throw new IllegalArgumentException("Share (" + poolShare + " basis points) must be 0 to " + WHOLE);
        }
        var pool = Money.ofFen(BigInteger.valueOf(loss.fen())
                .multiply(BigInteger.valueOf(poolShare))
                .divide(BigInteger.valueOf(WHOLE))
                .longValueExact());
        return new Shared(pool, loss.minus(pool));
    }
}
