package org.jingzhun.funding.allocation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.jingzhun.funding.allocation.formula.Direction;
import org.jingzhun.funding.allocation.formula.Factor;

/**
 * A factor with its weight, as a plan or a parameter set names it.
 *
 * @param weight basis points, 1 to 10,000
 * @param inverse whether less of it means more money
 */
@Embeddable
public record WeightedFactor(
        @Enumerated(EnumType.STRING) @Column(nullable = false)
        FactorCode factor,

        int weight,
        boolean inverse) {

    /**
     * @param fraction of the whole, with at most four decimals: {@code "0.25"} is 2,500 basis points
     * @throws IllegalArgumentException if it has more decimals or is out of range
     */
    public static WeightedFactor of(FactorCode factor, String fraction, boolean inverse) {
        try {
            int basisPoints = new BigDecimal(fraction).movePointRight(4).intValueExact();
            return new WeightedFactor(factor, basisPoints, inverse);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(
                    "Weight (" + fraction + ") of " + factor + " must have at most four decimals", tooFine);
        }
    }

    /** The weight as a fraction of the whole, {@code "0.25"}. */
    public String fraction() {
        return BigDecimal.valueOf(weight, 4).stripTrailingZeros().toPlainString();
    }

    Factor toFormula() {
        return new Factor(factor.name(), weight, inverse ? Direction.INVERSE : Direction.DIRECT);
    }
}
