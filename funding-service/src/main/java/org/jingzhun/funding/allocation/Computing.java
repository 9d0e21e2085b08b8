package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.funding.allocation.formula.Factor;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Divided;
import org.jingzhun.funding.allocation.formula.FactorAllocation.FactorPart;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Indivisible;
import org.jingzhun.funding.allocation.formula.FactorFormula;
import org.jingzhun.funding.allocation.formula.Receivers;
import org.jingzhun.funding.allocation.formula.Shares;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.observed.identification.Village;
import org.jingzhun.funding.observed.identification.Villages;
import org.jspecify.annotations.Nullable;

/** Freezes the inputs of a plan and divides its amount; and does so again from the frozen inputs, to prove it. */
@ApplicationScoped
class Computing {

    private static final int MOST_VILLAGES = 100_000;

    private final Villages villages;

    Computing(Villages villages) {
        this.villages = villages;
    }

    /**
     * Divides the plan's amount by the villages as they stand in the read model now.
     *
     * @throws AllocationRefusal.NotDivisible if the formula refuses
     */
    List<StoredShare> compute(AllocationPlan plan, java.time.LocalDate today) {
        var area = Area.ofPrefix(Long.toString(plan.county()));
        List<Frozen> inputs = villages.list(area, null, today, MOST_VILLAGES).stream()
                .filter(village -> village.poorVillage() || !plan.onlyPoorVillages())
                .map(village -> freeze(plan, village))
                .toList();
        return divide(plan, inputs);
    }

    /** Divides once more by the inputs that stand beside the shares: the same shares must come of it. */
    boolean holds(AllocationPlan plan, List<StoredShare> stored) {
        var again = divide(
                plan,
                stored.stream()
                        .map(s -> new Frozen(s.division(), s.name(), s.values(), s.floor(), s.cap()))
                        .toList());
        return again.equals(stored);
    }

    private record Frozen(
            long division,
            String name,
            List<Long> values,
            Money floor,
            @Nullable Money cap) {}

    private static Frozen freeze(AllocationPlan plan, Village village) {
        var values =
                plan.factors().stream().map(f -> f.factor().valueOf(village)).toList();
        for (var bound : plan.bounds()) {
            if (bound.division() == village.code()) {
                var cap = bound.capFen() == null ? null : Money.ofFen(bound.capFen());
                return new Frozen(village.code(), village.name(), values, Money.ofFen(bound.floorFen()), cap);
            }
        }
        return new Frozen(village.code(), village.name(), values, plan.floor(), plan.cap());
    }

    private static List<StoredShare> divide(AllocationPlan plan, List<Frozen> inputs) {
        List<Factor> factors =
                plan.factors().stream().map(WeightedFactor::toFormula).toList();
        var receivers = Receivers.of(factors.stream().map(Factor::code).toList());
        Map<Long, Frozen> byDivision = new HashMap<>();
        for (var input : inputs) {
            receivers.add(
                    input.division(),
                    input.floor(),
                    input.cap(),
                    input.values().stream().mapToLong(Long::longValue).toArray());
            byDivision.put(input.division(), input);
        }
        return switch (FactorFormula.allocate(plan.amount(), factors, receivers.build())) {
            case Divided(Shares shares) -> stored(shares, byDivision);
            case Indivisible refusal -> throw new AllocationRefusal.NotDivisible(refusal);
        };
    }

    private static List<StoredShare> stored(Shares shares, Map<Long, Frozen> inputs) {
        List<StoredShare> stored = new ArrayList<>(shares.size());
        for (int r = 0; r < shares.size(); r++) {
            var share = shares.explain(r);
            var input = inputs.get(share.code());
            if (input == null) {
                throw new IllegalStateException("Share of " + share.code() + " must come from an input");
            }
            stored.add(new StoredShare(
                    share.code(),
                    input.name(),
                    input.values(),
                    share.parts().stream().map(FactorPart::counted).toList(),
                    share.parts().stream().map(FactorPart::total).toList(),
                    input.floor(),
                    input.cap(),
                    share.parts().stream().map(FactorPart::amount).toList(),
                    share.bound(),
                    share.adjustment(),
                    share.rounding(),
                    share.remainder(),
                    share.amount()));
        }
        return stored;
    }
}
