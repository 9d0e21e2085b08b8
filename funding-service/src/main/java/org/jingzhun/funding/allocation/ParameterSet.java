package org.jingzhun.funding.allocation;

import java.time.LocalDate;
import java.util.List;
import org.jingzhun.funding.codelist.Dated;
import org.jspecify.annotations.Nullable;

/**
 * Factors and weights that hold for a time (分配因素和权重), unless a plan names its own.
 *
 * @param source the documents behind each weight, with the mark of their evidence in brackets
 */
public record ParameterSet(
        String code,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<WeightedFactor> factors,
        List<String> source)
        implements Dated {

    public ParameterSet {
        factors = List.copyOf(factors);
        source = List.copyOf(source);
    }
}
