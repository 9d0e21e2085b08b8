package org.jingzhun.funding.allocation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.UUID;
import org.jingzhun.funding.allocation.formula.Direction;
import org.jingzhun.funding.allocation.formula.Factor;
import org.jspecify.annotations.Nullable;

/**
 * A factor with its weight, as a plan or a parameter set names it.
 *
 * @param weight basis points, 1 to 10,000
 * @param inverse whether less of it means more money
 * @param tableId the factor table that has the values, null if the register has them
 */
@Embeddable
public record WeightedFactor(
        @Enumerated(EnumType.STRING) @Column(nullable = false)
        FactorCode factor,

        int weight,
        boolean inverse,
        @Column(name = "table_id") @Nullable UUID tableId) {

    public WeightedFactor {
        if ((factor == FactorCode.TABLE) != (tableId != null)) {
            throw new IllegalArgumentException("Factor " + factor + " must name a table exactly if it is TABLE");
        }
    }

    /** A factor of the register. */
    public WeightedFactor(FactorCode factor, int weight, boolean inverse) {
        this(factor, weight, inverse, null);
    }

    /**
     * @param fraction of the whole, with at most four decimals: {@code "0.25"} is 2,500 basis points
     * @throws IllegalArgumentException if it has more decimals or is out of range
     */
    public static WeightedFactor of(FactorCode factor, String fraction, boolean inverse, @Nullable UUID tableId) {
        try {
            int basisPoints = new BigDecimal(fraction).movePointRight(4).intValueExact();
            return new WeightedFactor(factor, basisPoints, inverse, tableId);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(
                    "Weight (" + fraction + ") of " + factor + " must have at most four decimals", tooFine);
        }
    }

    /** A factor of the register, as {@link #of(FactorCode, String, boolean, UUID)} otherwise. */
    public static WeightedFactor of(FactorCode factor, String fraction, boolean inverse) {
        return of(factor, fraction, inverse, null);
    }

    /** The weight as a fraction of the whole, {@code "0.25"}. */
    public String fraction() {
        return BigDecimal.valueOf(weight, 4).stripTrailingZeros().toPlainString();
    }

    /** What tells it from the other factors of a formula. */
    String code() {
        return tableId == null ? factor.name() : factor.name() + " " + tableId;
    }

    Factor toFormula() {
        return new Factor(code(), weight, inverse ? Direction.INVERSE : Direction.DIRECT);
    }
}
