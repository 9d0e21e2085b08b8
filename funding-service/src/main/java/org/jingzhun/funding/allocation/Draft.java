package org.jingzhun.funding.allocation;

import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an allocation plan says before it is computed.
 *
 * @param county the county, city or region that divides, 12 digits
 * @param amount that is divided; of a fixed standard and a competition the most that is given
 * @param factors in the order of the explanation; of a fixed standard the one that counts its units
 * @param bounds floors and caps of single divisions, in place of the plan's
 * @param incentives deductions and rewards of single divisions
 * @param kindCaps caps of kinds of proposals
 * @param documentNumber of the document that will announce it, null while unknown
 */
public record Draft(
        long county,
        UUID sourceId,
        int year,
        Money amount,
        Terms terms,
        List<WeightedFactor> factors,
        List<PlaceBound> bounds,
        List<PlaceIncentive> incentives,
        List<KindCap> kindCaps,
        @Nullable String documentNumber) {

    public Draft {
        factors = List.copyOf(factors);
        bounds = List.copyOf(bounds);
        incentives = List.copyOf(incentives);
        kindCaps = List.copyOf(kindCaps);
    }
}
