package org.jingzhun.funding.allocation.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Divided;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Indivisible;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Reason;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Divides an amount by the factor formula (因素法, 财农〔2017〕8号).
 *
 * <p>A receiver's quota is {@code amount x sum over the factors of weight x counted / total}. Floors and caps then
 * scale the quotas of all others up or down together, until {@code share = min(cap, max(floor, scale x quota))} adds
 * up to the amount. Fractions of a fen go by largest remainder (最大余数法), equal remainders by the smaller code. Every
 * step is whole-number arithmetic: the shares add up to the amount to the fen and do not depend on the order of the
 * receivers.
 *
 * <p>When the amount rises and all else stays, no share falls by more than one fen. One fen it may fall: that is the
 * known paradox of largest remainders, and the price of staying within a fen of the exact quota. Incentives come behind
 * the division and are explained beside it: see {@link Incentives}.
 */
public final class FactorFormula {

    private FactorFormula() {}

    /** Without a reserve for rewards. */
    public static FactorAllocation allocate(Money amount, List<Factor> factors, Receivers receivers) {
        return allocate(amount, 0, factors, receivers);
    }

    /**
     * @param reserve basis points of the amount that are set aside for rewards before the factors divide the rest, 0 to
     *     9,999
     */
    public static FactorAllocation allocate(Money amount, int reserve, List<Factor> factors, Receivers receivers) {
        if (!factors.stream().map(Factor::code).toList().equals(receivers.factorCodes())) {
            throw new IllegalArgumentException(
                    "Receivers carry " + receivers.factorCodes() + ", which must be the factors " + factors);
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Amount (" + amount + " yuan) must be more than 0.00 yuan");
        }
        var unfit = findUnfitFormula(factors, receivers);
        if (unfit != null) {
            return unfit;
        }
        var quotas = Quotas.of(factors, receivers);
        var aside = floor(amount, reserve);
        var divided = amount.minus(aside);
        var outOfBounds = findUnfitBounds(divided, quotas, receivers);
        if (outOfBounds != null) {
            return outOfBounds;
        }
        var shares = Shares.divide(divided, aside, quotas);
        return shares == null
                ? new Indivisible(
                        Reason.NOBODY_TAKES_DEDUCTIONS,
                        "What deductions and the reserve leave over must find a receiver without a deduction and below its"
                                + " cap; lower the deductions or raise the caps")
                : new Divided(shares);
    }

    private static Money floor(Money amount, int basisPoints) {
        if (basisPoints < 0 || basisPoints >= Factor.WHOLE) {
            throw new IllegalArgumentException("Reserve (" + basisPoints + " basis points) must be 0 to 9999");
        }
        return Money.ofFen(BigInteger.valueOf(amount.fen())
                .multiply(BigInteger.valueOf(basisPoints))
                .divide(BigInteger.valueOf(Factor.WHOLE))
                .longValueExact());
    }

    private static @Nullable Indivisible findUnfitFormula(List<Factor> factors, Receivers receivers) {
        if (receivers.size() == 0) {
            return new Indivisible(
                    Reason.NO_RECEIVERS, "Receivers (none) must be at least one; check the county and its register");
        }
        int weights = factors.stream().mapToInt(Factor::weight).sum();
        if (weights != Factor.WHOLE) {
            return new Indivisible(
                    Reason.WEIGHTS_DO_NOT_SUM,
                    "Weights (" + weights + " basis points in all) must sum to 10000; change one of "
                            + factors.stream()
                                    .map(f -> f.code() + " " + f.weight())
                                    .toList(),
                    fraction(weights),
                    factors.stream()
                            .map(f -> f.code() + " " + fraction(f.weight()))
                            .collect(Collectors.joining(", ")));
        }
        var seen = new HashSet<String>();
        for (int f = 0; f < factors.size(); f++) {
            var factor = factors.get(f);
            if (!seen.add(factor.code())) {
                return new Indivisible(
                        Reason.FACTOR_TWICE, "Factor " + factor.code() + " must be listed once; add up its weights");
            }
            if (Quotas.total(factor, f, receivers) == 0) {
                return new Indivisible(
                        Reason.FACTOR_WITHOUT_VALUES,
                        "Factor " + factor.code()
                                + " (0 at every receiver) must be above 0 somewhere, or its weight of "
                                + factor.weight() + " basis points reaches nobody; leave the factor out",
                        factor.code());
            }
        }
        return null;
    }

    private static @Nullable Indivisible findUnfitBounds(Money amount, Quotas quotas, Receivers receivers) {
        var floors = BigInteger.ZERO;
        var room = BigInteger.ZERO;
        for (int r = 0; r < receivers.size(); r++) {
            floors = floors.add(BigInteger.valueOf(receivers.floorFen(r)));
            boolean grows = quotas.numerator(r).signum() > 0;
            room = room.add(BigInteger.valueOf(grows ? receivers.capFen(r) : receivers.floorFen(r)));
        }
        var fen = BigInteger.valueOf(amount.fen());
        if (floors.compareTo(fen) > 0) {
            return new Indivisible(
                    Reason.FLOORS_ABOVE_AMOUNT,
                    "Floors (" + yuan(floors) + " yuan in all) must not be above the amount (" + amount
                            + " yuan); lower the floors or raise the amount",
                    yuan(floors),
                    amount.toString());
        }
        if (room.compareTo(fen) < 0) {
            return new Indivisible(
                    Reason.CAPS_BELOW_AMOUNT,
                    "Caps (room for " + yuan(room) + " yuan in all) must not be below the amount (" + amount
                            + " yuan); raise the caps or lower the amount",
                    yuan(room),
                    amount.toString());
        }
        return null;
    }

    private static String fraction(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 4).toPlainString();
    }

    private static String yuan(BigInteger fen) {
        return new BigDecimal(fen, 2).toPlainString();
    }
}
