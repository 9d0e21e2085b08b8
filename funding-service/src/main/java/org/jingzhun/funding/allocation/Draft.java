package org.jingzhun.funding.allocation;

import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an allocation plan says before it is computed.
 *
 * @param county division code of 12 digits
 * @param parameterSet the set that the factors come from, null if the plan names its own
 * @param factors in the order of the explanation
 * @param floor the least that each village gets
 * @param cap the most that each village gets, null for no cap
 * @param onlyPoorVillages leaves all other villages out
 * @param bounds floors and caps of single villages, in place of the plan's
 * @param documentNumber of the document that will announce it, null while unknown
 */
public record Draft(
        long county,
        UUID sourceId,
        int year,
        Money amount,
        @Nullable String parameterSet,
        List<WeightedFactor> factors,
        Money floor,
        @Nullable Money cap,
        boolean onlyPoorVillages,
        List<VillageBound> bounds,
        @Nullable String documentNumber) {

    public Draft {
        factors = List.copyOf(factors);
        bounds = List.copyOf(bounds);
    }
}
