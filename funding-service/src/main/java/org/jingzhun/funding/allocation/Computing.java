package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.funding.allocation.formula.Factor;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Divided;
import org.jingzhun.funding.allocation.formula.FactorAllocation.FactorPart;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Indivisible;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Reason;
import org.jingzhun.funding.allocation.formula.FactorFormula;
import org.jingzhun.funding.allocation.formula.Receivers;
import org.jingzhun.funding.allocation.formula.Receivers.Conditions;
import org.jingzhun.funding.allocation.formula.Shares;
import org.jingzhun.funding.allocation.standard.FixedStandard;
import org.jingzhun.funding.allocation.standard.FixedStandard.Counted;
import org.jingzhun.funding.allocation.standard.FixedStandard.Granted;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.performance.PublishedGrades;
import org.jspecify.annotations.Nullable;

/**
 * Freezes the inputs of a plan and divides its amount by factors or by a fixed standard; and does so again from the frozen
 * inputs, to prove it.
 */
@ApplicationScoped
class Computing {

    private final Receiving receiving;
    private final PublishedGrades grades;
    private final IncentiveSets incentiveSets;

    Computing(Receiving receiving, PublishedGrades grades, IncentiveSets incentiveSets) {
        this.receiving = receiving;
        this.grades = grades;
        this.incentiveSets = incentiveSets;
    }

    /** What a division goes by, of a plan or of a proposal how it could be. */
    record Basis(
            long area,
            int year,
            Money amount,
            Terms terms,
            List<WeightedFactor> factors,
            Iterable<PlaceBound> bounds,
            Iterable<PlaceIncentive> incentives) {

        static Basis of(AllocationPlan plan) {
            return new Basis(
                    plan.county(),
                    plan.year(),
                    plan.amount(),
                    plan.terms(),
                    plan.factors(),
                    plan.bounds(),
                    plan.incentives());
        }

        static Basis of(Draft draft) {
            return new Basis(
                    draft.county(),
                    draft.year(),
                    draft.amount(),
                    draft.terms(),
                    draft.factors(),
                    draft.bounds(),
                    draft.incentives());
        }
    }

    /** What stands still from here on. */
    private record Frozen(
            long division,
            String name,
            List<Long> values,
            Conditions conditions,
            @Nullable Long heads,
            String why) {}

    /**
     * Divides by the receivers as they stand in the read model now.
     *
     * @throws AllocationRefusal if the formula refuses, a floor is above its cap, or the standard needs more than there is
     */
    Computation compute(Basis basis, LocalDate today) {
        var receivers = receiving.list(basis, today);
        if (basis.terms().mode() == Mode.FIXED_STANDARD) {
            var names = new HashMap<Long, String>();
            List<Counted> counted = new ArrayList<>();
            for (var receiver : receivers) {
                names.put(receiver.place().code(), receiver.place().name());
                counted.add(
                        new Counted(receiver.place().code(), receiver.values().getFirst()));
            }
            return grant(basis, counted, names);
        }
        return divide(basis, freeze(basis, receivers));
    }

    /** Divides once more by the inputs that stand beside the shares: the same shares must come of it. */
    boolean holds(AllocationPlan plan, List<StoredShare> stored) {
        var basis = Basis.of(plan);
        if (plan.terms().mode() == Mode.FIXED_STANDARD) {
            var names = new HashMap<Long, String>();
            stored.forEach(share -> names.put(share.division(), share.name()));
            var counted = stored.stream()
                    .map(share -> new Counted(share.division(), share.values().getFirst()))
                    .toList();
            return grant(basis, counted, names).shares().toList().equals(stored);
        }
        var frozen = stored.stream()
                .map(s -> new Frozen(s.division(), s.name(), s.values(), s.conditions(), s.heads(), s.why()))
                .toList();
        return divide(basis, frozen).shares().toList().equals(stored);
    }

    private List<Frozen> freeze(Basis basis, List<Receiving.Receiver> receivers) {
        var bounds = new HashMap<Long, PlaceBound>();
        basis.bounds().forEach(bound -> bounds.put(bound.division(), bound));
        var incentives = incentives(basis);
        List<Frozen> frozen = new ArrayList<>(receivers.size());
        for (var receiver : receivers) {
            long code = receiver.place().code();
            var heads = basis.terms().heads();
            var count = heads == null ? null : (Long) heads.valueOf(receiver.place());
            var incentive = incentives.get(code);
            frozen.add(new Frozen(
                    code,
                    receiver.place().name(),
                    receiver.values(),
                    conditions(basis.terms(), code, bounds.get(code), count, incentive),
                    count,
                    incentive == null ? "" : incentive.reason()));
        }
        return frozen;
    }

    /** By division: what the plan says itself, else what its grade brings. */
    private Map<Long, PlaceIncentive> incentives(Basis basis) {
        var incentives = new HashMap<Long, PlaceIncentive>();
        var terms = basis.terms();
        var set = terms.incentiveSet();
        if (set != null && terms.evaluationYear() != null) {
            var byGrade = incentiveSets.get(set);
            grades.list(Area.ofPrefix(Long.toString(basis.area())), terms.evaluationYear())
                    .forEach((division, grade) -> {
                        var incentive = byGrade.get(grade);
                        if (incentive != null) {
                            incentives.put(
                                    division,
                                    new PlaceIncentive(
                                            division,
                                            incentive.deduction(),
                                            incentive.reward(),
                                            "GRADE " + grade + " " + terms.evaluationYear(),
                                            set));
                        }
                    });
        }
        basis.incentives().forEach(own -> incentives.put(own.division(), own));
        return incentives;
    }

    private static Conditions conditions(
            Terms terms,
            long division,
            @Nullable PlaceBound bound,
            @Nullable Long heads,
            @Nullable PlaceIncentive incentive) {
        long floor = bound == null ? terms.floorFen() : bound.floorFen();
        var cap = bound == null ? terms.capFen() : bound.capFen();
        var perHead = terms.capPerHeadFen();
        if (perHead != null && heads != null) {
            long most = Math.min(Money.LIMIT_FEN, Math.multiplyExact(perHead, heads));
            cap = cap == null ? most : Math.min(cap, most);
        }
        if (cap != null && floor > cap) {
            throw new AllocationRefusal.UnfitTerms(TermsFlaw.FLOOR_ABOVE_CAP, Long.toString(division));
        }
        return new Conditions(
                Money.ofFen(floor),
                cap == null ? null : Money.ofFen(cap),
                incentive == null ? 0 : incentive.deduction(),
                incentive == null ? 0 : incentive.reward());
    }

    private static Computation divide(Basis basis, List<Frozen> inputs) {
        List<Factor> factors =
                basis.factors().stream().map(WeightedFactor::toFormula).toList();
        var receivers = Receivers.of(factors.stream().map(Factor::code).toList());
        for (var input : inputs) {
            receivers.add(
                    input.division(),
                    input.conditions(),
                    input.values().stream().mapToLong(Long::longValue).toArray());
        }
        return switch (FactorFormula.allocate(basis.amount(), basis.terms().reserve(), factors, receivers.build())) {
            // Inputs come in the order of their codes, as the shares do
            case Divided(Shares shares) -> new Computation(shares.size(), r -> stored(shares, r, inputs.get(r)));
            case Indivisible refusal -> throw new AllocationRefusal.NotDivisible(refusal);
        };
    }

    private static StoredShare stored(Shares shares, int place, Frozen input) {
        var share = shares.explain(place);
        if (share.code() != input.division()) {
            throw new IllegalStateException("Share of " + share.code() + " must come from its own input");
        }
        return new StoredShare(
                share.code(),
                input.name(),
                input.values(),
                share.parts().stream().map(FactorPart::counted).toList(),
                share.parts().stream().map(FactorPart::total).toList(),
                input.conditions(),
                input.heads(),
                input.why(),
                share.parts().stream().map(FactorPart::amount).toList(),
                share.bound(),
                share.adjustment(),
                share.rounding(),
                share.deduction(),
                share.reward(),
                share.redistribution(),
                share.remainder(),
                share.amount());
    }

    private static Computation grant(Basis basis, List<Counted> counted, Map<Long, String> names) {
        var rate = basis.terms().rate();
        if (rate == null) {
            throw new IllegalStateException("A fixed standard must have a rate");
        }
        return switch (FixedStandard.allocate(basis.amount(), rate, counted)) {
            case Granted granted ->
                Computation.of(granted.grants().stream()
                        .map(grant -> StoredShare.plain(
                                grant.code(),
                                names.getOrDefault(grant.code(), ""),
                                grant.units(),
                                granted.units(),
                                grant.amount()))
                        .toList());
            case FixedStandard.Shortage shortage ->
                throw new AllocationRefusal.StandardShort(
                        shortage.needed(), shortage.available(), shortage.shortfall());
            case FixedStandard.Nobody nobody ->
                throw new AllocationRefusal.NotDivisible(new Indivisible(
                        Reason.NO_RECEIVERS,
                        "Units of the standard (none) must be at least one; check what it counts"));
        };
    }
}
