package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.funding.allocation.formula.Factor;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Indivisible;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Reason;
import org.jingzhun.funding.codelist.CodeEntry;
import org.jingzhun.funding.codelist.CodeLists;
import org.jingzhun.funding.source.Source;
import org.jingzhun.funding.source.Sources;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the terms of a draft before anything is computed. */
@ApplicationScoped
class DraftChecks {

    private final FactorTables tables;
    private final IncentiveSets incentiveSets;
    private final CodeLists codeLists;
    private final FixedStandards standards;
    private final Sources sources;

    DraftChecks(
            FactorTables tables,
            IncentiveSets incentiveSets,
            CodeLists codeLists,
            FixedStandards standards,
            Sources sources) {
        this.tables = tables;
        this.incentiveSets = incentiveSets;
        this.codeLists = codeLists;
        this.standards = standards;
        this.sources = sources;
    }

    /** @throws AllocationRefusal if the terms contradict each other, or name what is not there */
    void require(Draft draft) {
        var terms = draft.terms();
        if (terms.level().compareTo(Level.of(draft.county())) >= 0) {
            throw unfit(TermsFlaw.LEVEL_NOT_BELOW, terms.level());
        }
        requireTables(draft.factors());
        switch (terms.mode()) {
            case FACTOR -> {
                requireFormula(draft.factors());
                requireBounds(draft);
                requireIncentives(draft);
            }
            case FIXED_STANDARD -> requireSource(draft);
            case COMPETITIVE -> requireCaps(draft);
        }
    }

    private static void requireFormula(List<WeightedFactor> factors) {
        int weights = factors.stream().mapToInt(WeightedFactor::weight).sum();
        if (weights != Factor.WHOLE) {
            String sum = new WeightedFactor(FactorCode.POOR_PERSONS, weights, false).fraction();
            String each =
                    factors.stream().map(f -> f.code() + " " + f.fraction()).collect(Collectors.joining(", "));
            throw new AllocationRefusal.NotDivisible(new Indivisible(
                    Reason.WEIGHTS_DO_NOT_SUM,
                    "Weights (" + sum + " in all) must sum to 1; correct one of " + each,
                    sum,
                    each));
        }
        long distinct = factors.stream().map(WeightedFactor::code).distinct().count();
        if (distinct != factors.size()) {
            throw new AllocationRefusal.NotDivisible(new Indivisible(
                    Reason.FACTOR_TWICE, "Each factor must be listed once; add up the weights of the same factor"));
        }
    }

    private void requireTables(List<WeightedFactor> factors) {
        for (var factor : factors) {
            var table = factor.tableId();
            if (table != null && tables.find(table).isEmpty()) {
                throw unfit(TermsFlaw.UNKNOWN_FACTOR_TABLE, table);
            }
        }
    }

    private static void requireBounds(Draft draft) {
        var terms = draft.terms();
        if (terms.heads() != null && !terms.heads().isOfPlace()) {
            throw unfit(TermsFlaw.HEADS_NOT_REGISTERED, terms.heads());
        }
        requireOrder(terms.floorFen(), terms.capFen(), draft.county());
        var seen = new HashSet<Long>();
        for (var bound : draft.bounds()) {
            requireReceiver(draft, bound.division(), seen);
            requireOrder(bound.floorFen(), bound.capFen(), bound.division());
        }
    }

    /** Also where a table counts the units of a standard for first secretaries. */
    private void requireSource(Draft draft) {
        var code = draft.terms().standard();
        boolean forSecretaries =
                draft.factors().stream().anyMatch(factor -> factor.factor() == FactorCode.FIRST_SECRETARIES)
                        || (code != null
                                && standards
                                        .find(code, draft.year())
                                        .filter(standard -> standard.counts() == FactorCode.FIRST_SECRETARIES)
                                        .isPresent());
        var source = sources.get(draft.sourceId());
        if (forSecretaries && !source.kind().equals(Source.FIRST_SECRETARY)) {
            throw unfit(TermsFlaw.SOURCE_NOT_FOR_FIRST_SECRETARIES, source.name());
        }
    }

    private static void requireOrder(long floorFen, @Nullable Long capFen, long division) {
        if (capFen != null && floorFen > capFen) {
            throw unfit(TermsFlaw.FLOOR_ABOVE_CAP, division);
        }
    }

    private static void requireReceiver(Draft draft, long division, Set<Long> seen) {
        if (!Area.ofPrefix(Long.toString(draft.county())).covers(division)
                || division % draft.terms().level().span() != 0) {
            throw unfit(TermsFlaw.PLACE_IS_NO_RECEIVER, division);
        }
        if (!seen.add(division)) {
            throw unfit(TermsFlaw.PLACE_TWICE, division);
        }
    }

    private void requireIncentives(Draft draft) {
        var terms = draft.terms();
        if ((terms.incentiveSet() == null) != (terms.evaluationYear() == null)) {
            throw unfit(TermsFlaw.INCENTIVES_INCOMPLETE, String.valueOf(terms.incentiveSet()));
        }
        if (terms.evaluationYear() != null && terms.evaluationYear() >= draft.year()) {
            throw unfit(TermsFlaw.EVALUATION_NOT_EARLIER, terms.evaluationYear());
        }
        if (terms.incentiveSet() != null && !incentiveSets.has(terms.incentiveSet())) {
            throw unfit(TermsFlaw.UNKNOWN_INCENTIVE_SET, terms.incentiveSet());
        }
        var seen = new HashSet<Long>();
        for (var incentive : draft.incentives()) {
            requireReceiver(draft, incentive.division(), seen);
            if (incentive.deduction() > 0 && incentive.reward() > 0) {
                throw unfit(TermsFlaw.DEDUCTION_AND_REWARD, incentive.division());
            }
        }
    }

    private void requireCaps(Draft draft) {
        var seen = new HashSet<Object>();
        for (var bound : draft.bounds()) {
            if (!Area.ofPrefix(Long.toString(draft.county())).covers(bound.division())) {
                throw unfit(TermsFlaw.PLACE_IS_NO_RECEIVER, bound.division());
            }
            if (!seen.add(bound.division())) {
                throw unfit(TermsFlaw.PLACE_TWICE, bound.division());
            }
        }
        var kinds =
                codeLists.list("proposal-kind").stream().map(CodeEntry::code).toList();
        for (var cap : draft.kindCaps()) {
            if (!kinds.contains(cap.kind()) || !seen.add(cap.kind())) {
                throw unfit(TermsFlaw.UNKNOWN_PROPOSAL_KIND, cap.kind());
            }
        }
    }

    private static AllocationRefusal unfit(TermsFlaw flaw, Object subject) {
        return new AllocationRefusal.UnfitTerms(flaw, subject.toString());
    }
}
