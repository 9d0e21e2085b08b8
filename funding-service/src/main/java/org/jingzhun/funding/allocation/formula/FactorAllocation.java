package org.jingzhun.funding.allocation.formula;

import java.util.List;
import org.jingzhun.funding.ledger.money.Money;

/** What comes of dividing an amount by a formula: shares, or the reason why there are none. */
public sealed interface FactorAllocation {

    /** The amount is divided. Shares are in the order of the division codes and are explained when asked for. */
    record Divided(Shares shares) implements FactorAllocation {}

    /**
     * The amount cannot be divided in this way.
     *
     * @param detail subject, value, what must hold, and what to do, in English for the log
     * @param values what the sentence that a client reads names, in its language
     */
    record Indivisible(Reason reason, String detail, List<String> values) implements FactorAllocation {

        public Indivisible {
            values = List.copyOf(values);
        }

        public Indivisible(Reason reason, String detail, String... values) {
            this(reason, detail, List.of(values));
        }
    }

    /** Why an amount cannot be divided. */
    enum Reason {
        NO_RECEIVERS,
        WEIGHTS_DO_NOT_SUM,
        FACTOR_TWICE,
        FACTOR_WITHOUT_VALUES,
        FLOORS_ABOVE_AMOUNT,
        CAPS_BELOW_AMOUNT,
        NOBODY_TAKES_DEDUCTIONS
    }

    /** Which bound holds a share. */
    enum Bound {
        NONE,
        FLOOR,
        CAP
    }

    /**
     * One receiver's share (份额) with its explanation. Exactly: {@code amount = sum of the parts + adjustment +
     * rounding - deduction + reward + redistribution}.
     *
     * @param code division code
     * @param parts what each factor brings, rounded down to the fen
     * @param bound whether a floor or cap holds this share
     * @param adjustment by which its own floor or cap, or those of others, raise or lower the share
     * @param rounding fen, 0 up to the number of factors: the parts' fractions that make up whole fen, and one more
     *     fen if the remainder was among the largest
     * @param remainder the fraction of a fen that stood to be rounded, as a decimal cut to 12 places; "0" if a bound
     *     holds the share
     * @param deduction taken away for poor performance, never below the floor
     * @param reward for good performance or an early exit, never above the cap
     * @param redistribution its part of what deductions and the reserve left over
     */
    record Share(
            long code,
            Money amount,
            List<FactorPart> parts,
            Bound bound,
            Money adjustment,
            Money rounding,
            Money deduction,
            Money reward,
            Money redistribution,
            String remainder) {

        public Share {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What one factor brings to one receiver: {@code amount x weight / 10000 x counted / total}, rounded down to the
     * fen.
     *
     * @param value the receiver's own value, in the factor's unit
     * @param counted the value after turning an inverse factor round
     * @param total sum of {@code counted} over all receivers
     */
    record FactorPart(Factor factor, long value, long counted, long total, Money amount) {}
}
