package org.jingzhun.funding.allocation.formula;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Deductions for poor performance and rewards for good performance or an early exit (绩效扣减、提前脱贫奖励), on shares
 * that the factors gave. What is deducted, and what the plan has set aside, first pays the rewards; if it does not reach,
 * all rewards shrink in proportion; what is left over goes to the receivers without a deduction in proportion to their
 * shares. Floors and caps hold throughout, and no fen comes or goes.
 */
final class Incentives {

    private final long[] deductions;
    private final long[] rewards;
    private final long[] redistributed;

    private Incentives(long[] deductions, long[] rewards, long[] redistributed) {
        this.deductions = deductions;
        this.rewards = rewards;
        this.redistributed = redistributed;
    }

    /**
     * @param base fen of each receiver by the factors
     * @param reserve fen set aside for rewards
     * @return null if nobody is left who may take what is over
     */
    static @Nullable Incentives of(long[] base, long reserve, Receivers receivers) {
        int size = base.length;
        var deductions = new long[size];
        var claims = new long[size];
        var open = new long[size];
        var room = new long[size];
        var pool = BigInteger.valueOf(reserve);
        var claimed = BigInteger.ZERO;
        for (int r = 0; r < size; r++) {
            deductions[r] = Math.min(part(base[r], receivers.deduction(r)), base[r] - receivers.floorFen(r));
            room[r] = receivers.capFen(r) - base[r];
            claims[r] = Math.min(part(base[r], receivers.reward(r)), room[r]);
            open[r] = receivers.deduction(r) == 0 ? base[r] : 0;
            pool = pool.add(BigInteger.valueOf(deductions[r]));
            claimed = claimed.add(BigInteger.valueOf(claims[r]));
        }
        if (pool.compareTo(claimed) < 0) {
            var rewards = Proportional.divide(pool.longValueExact(), claims, claims);
            return rewards == null ? null : new Incentives(deductions, rewards, new long[size]);
        }
        Arrays.setAll(room, r -> room[r] - claims[r]);
        var over = Proportional.divide(pool.subtract(claimed).longValueExact(), open, room);
        return over == null ? null : new Incentives(deductions, claims, over);
    }

    private static long part(long fen, int basisPoints) {
        return fen < Long.MAX_VALUE / Factor.WHOLE
                ? fen * basisPoints / Factor.WHOLE
                : BigInteger.valueOf(fen)
                        .multiply(BigInteger.valueOf(basisPoints))
                        .divide(BigInteger.valueOf(Factor.WHOLE))
                        .longValueExact();
    }

    long deduction(int receiver) {
        return deductions[receiver];
    }

    long reward(int receiver) {
        return rewards[receiver];
    }

    long redistributed(int receiver) {
        return redistributed[receiver];
    }
}
