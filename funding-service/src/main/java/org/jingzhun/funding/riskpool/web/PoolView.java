package org.jingzhun.funding.riskpool.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.riskpool.RiskPool;
import org.jingzhun.funding.riskpool.rule.LendingRule;
import org.jingzhun.funding.riskpool.rule.PoolFigures;
import org.jspecify.annotations.Nullable;

/** A risk pool as seen from outside. */
@Schema(name = "RiskPool")
public record PoolView(
        UUID id,
        String county,
        String name,

        @Schema(description = "The one lender that it covers; null for all.") @Nullable
        String bank,

        List<String> products,

        @Schema(description = "What the pool bears of a loss; the lender bears the rest.", examples = "0.8000")
        String poolShare,

        @Schema(description = "How many times what is in it the pool stands for.")
        int leverage,

        @Schema(description = "Days overdue, from which a loss may be claimed.")
        int triggerDays,

        String stopOverdue,
        String stopCompensated,
        String rulesVersion,
        LocalDate agreedOn) {

    private static final int BASIS_POINTS = 4;

    static String fraction(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, BASIS_POINTS).toPlainString();
    }

    static int basisPoints(String fraction) {
        return new BigDecimal(fraction).movePointRight(BASIS_POINTS).intValueExact();
    }

    static PoolView of(RiskPool pool) {
        return new PoolView(
                pool.id(),
                Long.toString(pool.county()),
                pool.name(),
                pool.bank(),
                pool.products(),
                fraction(pool.poolShare()),
                pool.lending().leverage(),
                pool.triggerDays(),
                fraction(pool.lending().stopOverdue()),
                fraction(pool.lending().stopCompensated()),
                pool.rulesVersion(),
                pool.agreedOn());
    }

    /** A pool with its figures of a day. */
    @Schema(name = "RiskPoolStanding")
    public record StandingView(
            PoolView pool,
            LocalDate on,

            @Schema(description = "Principal of running loans.")
            Money outstanding,

            @Schema(description = "Principal of approved loans that are not paid out.")
            Money promised,

            @Schema(description = "Principal of loans of which some is overdue and for which the pool has not paid.")
            Money overdue,

            Money contributed,
            Money balance,

            @Schema(description = "What the pool paid for losses, less what was recovered.")
            Money compensated,

            @Schema(examples = "0.0312") String overdueRate,
            String compensationRate,

            @Schema(description = "Whether it lends, has stopped, or stands for as much as it may.")
            State state,

            @Schema(description = "What it may still stand for; 0.00 unless it is open.")
            Money headroom) {

        /** What a pool may do now. */
        @Schema(name = "RiskPoolState")
        public enum State {
            OPEN,
            STOPPED,
            EXHAUSTED
        }

        static StandingView of(RiskPool pool, PoolFigures figures, LocalDate day) {
            var verdict = pool.lending().judge(figures, Money.ofFen(1));
            return new StandingView(
                    PoolView.of(pool),
                    day,
                    figures.outstanding(),
                    figures.promised(),
                    figures.overdue(),
                    figures.contributed(),
                    figures.balance(),
                    figures.compensated(),
                    fraction(LendingRule.rate(figures.overdue(), figures.outstanding())),
                    fraction(LendingRule.rate(figures.compensated(), figures.contributed())),
                    switch (verdict) {
                        case LendingRule.Open open -> State.OPEN;
                        case LendingRule.Stopped stopped -> State.STOPPED;
                        case LendingRule.Exhausted exhausted -> State.EXHAUSTED;
                    },
                    verdict instanceof LendingRule.Open(Money headroom) ? headroom : Money.ZERO);
        }
    }
}
