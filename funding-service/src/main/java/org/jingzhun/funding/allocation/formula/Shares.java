package org.jingzhun.funding.allocation.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.jingzhun.funding.allocation.formula.FactorAllocation.FactorPart;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Share;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All shares (份额) of one allocation, in the order of the division codes, with the proof behind them: each
 * explanation is worked out again from the inputs when it is asked for.
 */
public final class Shares {

    private static final int REMAINDER_DIGITS = 12;
    private static final BigInteger[] HELD = {};

    private final Money amount;
    private final Quotas quotas;
    private final Filling filling;
    private final long[] fen;
    private final Incentives incentives;

    private Shares(Money amount, Quotas quotas, Filling filling, long[] fen, Incentives incentives) {
        this.amount = amount;
        this.quotas = quotas;
        this.filling = filling;
        this.fen = fen;
        this.incentives = incentives;
    }

    /**
     * @param amount what the factors divide
     * @param reserve set aside for rewards beside it
     * @return null if nobody may take what deductions and reserve leave over
     */
    static @Nullable Shares divide(Money amount, Money reserve, Quotas quotas) {
        var filling = Filling.of(amount, quotas);
        int size = quotas.receivers().size();
        var divisions = new BigInteger[size][];
        // Each by itself, so that the order in which they are worked out does not matter
        Arrays.parallelSetAll(
                divisions,
                r -> filling.isFree(r)
                        ? filling.rest().multiply(quotas.numerator(r)).divideAndRemainder(filling.freeQuotas())
                        : HELD);
        var fen = new long[size];
        var rounding = new LargestRemainder(size, filling.freeQuotas());
        var left = filling.rest();
        for (int r = 0; r < size; r++) {
            if (filling.isFree(r)) {
                fen[r] = divisions[r][0].longValueExact();
                rounding.put(r, divisions[r][1]);
                left = left.subtract(divisions[r][0]);
            } else {
                fen[r] = filling.heldFen(r);
            }
        }
        rounding.listLargest(left.intValueExact()).forEach(r -> fen[r]++);
        var incentives = Incentives.of(fen, reserve.fen(), quotas.receivers());
        return incentives == null ? null : new Shares(amount, quotas, filling, fen, incentives);
    }

    public int size() {
        return fen.length;
    }

    /** The division code of the receiver at this place, from 0. */
    public long code(int receiver) {
        return quotas.receivers().code(receiver);
    }

    public Money amount(int receiver) {
        return Money.ofFen(fen[receiver]
                - incentives.deduction(receiver)
                + incentives.reward(receiver)
                + incentives.redistributed(receiver));
    }

    public Optional<Share> findByCode(long code) {
        int receiver = quotas.receivers().find(code);
        return receiver < 0 ? Optional.empty() : Optional.of(explain(receiver));
    }

    /** The share at this place with everything that makes it up. */
    public Share explain(int receiver) {
        var parts = new ArrayList<FactorPart>();
        var rounding = Money.ofFen(fen[receiver]);
        for (int f = 0; f < quotas.factors().size(); f++) {
            var part = part(f, receiver);
            parts.add(part);
            rounding = rounding.minus(part.amount());
        }
        var quota = floor(times(amount.fen(), quotas.numerator(receiver)), quotas.denominator());
        var remainder = BigDecimal.ZERO;
        var bounded = Money.ofFen(filling.heldFen(receiver));
        if (filling.isFree(receiver)) {
            var division = filling.rest().multiply(quotas.numerator(receiver)).divideAndRemainder(filling.freeQuotas());
            bounded = Money.ofFen(division[0].longValueExact());
            remainder = new BigDecimal(division[1])
                    .divide(new BigDecimal(filling.freeQuotas()), REMAINDER_DIGITS, RoundingMode.DOWN);
        }
        var adjustment = bounded.minus(quota);
        return new Share(
                code(receiver),
                amount(receiver),
                parts,
                filling.bound(receiver),
                adjustment,
                rounding.minus(adjustment),
                Money.ofFen(incentives.deduction(receiver)),
                Money.ofFen(incentives.reward(receiver)),
                Money.ofFen(incentives.redistributed(receiver)),
                remainder.signum() == 0 ? "0" : remainder.stripTrailingZeros().toPlainString());
    }

    private FactorPart part(int f, int receiver) {
        var factor = quotas.factors().get(f);
        long counted = quotas.counted(f, receiver);
        long total = quotas.total(f);
        var amountOfFactor = floor(
                times(amount.fen(), times(factor.weight(), BigInteger.valueOf(counted))),
                times(Factor.WHOLE, BigInteger.valueOf(total)));
        return new FactorPart(factor, quotas.receivers().value(f, receiver), counted, total, amountOfFactor);
    }

    private static BigInteger times(long number, BigInteger other) {
        return BigInteger.valueOf(number).multiply(other);
    }

    private static Money floor(BigInteger numerator, BigInteger denominator) {
        return Money.ofFen(numerator.divide(denominator).longValueExact());
    }
}
