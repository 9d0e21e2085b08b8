package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.funding.allocation.selection.Limits;
import org.jingzhun.funding.allocation.selection.Proposal;
import org.jingzhun.funding.allocation.selection.Selection;
import org.jingzhun.funding.allocation.selection.SelectionResult.Decision;
import org.jingzhun.funding.allocation.selection.SelectionResult.Impossible;
import org.jingzhun.funding.allocation.selection.SelectionResult.NotProven;
import org.jingzhun.funding.allocation.selection.SelectionResult.Selected;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.observed.identification.Place;
import org.jingzhun.funding.observed.identification.Places;
import org.jspecify.annotations.Nullable;

/** Selects the proposals of a plan and makes shares of them; and does so again from the frozen scores, to prove it. */
@ApplicationScoped
class Selecting {

    /** Deterministic seconds; the hardest question of a plan of 500 proposals needs a few. */
    private static final double EFFORT = 20;

    private final Proposals proposals;
    private final CriteriaSets criteria;
    private final Places places;
    private final double effort;

    @Inject
    Selecting(Proposals proposals, CriteriaSets criteria, Places places) {
        this(proposals, criteria, places, EFFORT);
    }

    /** @param effort deterministic seconds of the solver for each question */
    Selecting(Proposals proposals, CriteriaSets criteria, Places places, double effort) {
        this.proposals = proposals;
        this.criteria = criteria;
        this.places = places;
        this.effort = effort;
    }

    /**
     * Scores, selects and writes the decisions beside the proposals.
     *
     * @return what each receiver gets for its funded proposals
     * @throws AllocationRefusal.UnfitProposal if appraisals are missing, the limits contradict each other, or the best
     *     choice cannot be proven
     */
    Computation compute(AllocationPlan plan, LocalDate today) {
        var rows = proposals.list(plan.id(), null, Selection.MOST + 1);
        if (rows.isEmpty()) {
            throw new AllocationRefusal.UnfitProposal(ProposalFlaw.NO_PROPOSALS, plan.id());
        }
        var competing = scored(plan, rows);
        var selected = select(plan, competing);
        if (selected.decisions().stream().noneMatch(Decision::funded)) {
            throw new AllocationRefusal.UnfitProposal(ProposalFlaw.NOTHING_FUNDED, rows.size());
        }
        proposals.decide(
                plan.id(),
                selected,
                competing.stream()
                        .sorted(Comparator.comparing(p -> p.id().toString()))
                        .map(Proposal::score)
                        .toList());
        var area = Area.ofPrefix(Long.toString(plan.county()));
        var names = places.list(area, plan.terms().level().span(), today).stream()
                .collect(Collectors.toMap(Place::code, Place::name));
        return shares(plan, competing, selected, names);
    }

    private List<Proposal> scored(AllocationPlan plan, List<ProposalRow> rows) {
        var set = criteria.get(String.valueOf(plan.terms().criteriaSet()));
        var marks = proposals.listAppraisals(plan.id(), null).stream()
                .collect(Collectors.groupingBy(
                        Appraisal::proposalId, Collectors.mapping(Appraisal::marks, Collectors.toList())));
        long lacking =
                rows.stream().filter(row -> row.appraisals() < set.appraisers()).count();
        if (lacking > 0) {
            throw new AllocationRefusal.UnfitProposal(
                    ProposalFlaw.TOO_FEW_APPRAISERS, lacking + " < " + set.appraisers());
        }
        return rows.stream()
                .map(row -> row.toSelection(set.score(marks.getOrDefault(row.id(), List.of()))))
                .toList();
    }

    private Selected select(AllocationPlan plan, List<Proposal> competing) {
        return switch (Selection.select(competing, limits(plan), effort)) {
            case Selected selected -> selected;
            case Impossible no ->
                throw new AllocationRefusal.UnfitProposal(ProposalFlaw.SELECTION_IMPOSSIBLE, no.detail());
            case NotProven not ->
                throw new AllocationRefusal.UnfitProposal(
                        ProposalFlaw.SELECTION_NOT_PROVEN, not.score() + " / " + not.bound());
        };
    }

    private static Limits limits(AllocationPlan plan) {
        var minimum = plan.terms().minimumScore();
        var kinds = new TreeMap<String, Money>();
        plan.kindCaps().forEach(cap -> kinds.put(cap.kind(), Money.ofFen(cap.capFen())));
        List<Limits.PlaceCap> places = new ArrayList<>();
        for (var bound : plan.bounds()) {
            var cap = bound.capFen();
            if (cap != null) {
                var area = Area.ofPrefix(Long.toString(bound.division()));
                places.add(new Limits.PlaceCap(area.from(), area.to(), Money.ofFen(cap)));
            }
        }
        return new Limits(plan.amount(), minimum == null ? 0 : minimum, places, kinds);
    }

    private static Computation shares(
            AllocationPlan plan, List<Proposal> competing, Selected selected, Map<Long, String> names) {
        var byId = competing.stream().collect(Collectors.toMap(Proposal::id, proposal -> proposal));
        var funded = selected.decisions().stream()
                .filter(Decision::funded)
                .map(decision -> of(byId.get(decision.id()), decision.id()))
                .collect(Collectors.groupingBy(
                        proposal -> plan.terms().level().above(proposal.division()),
                        TreeMap::new,
                        Collectors.toList()));
        long all = funded.values().stream().mapToLong(List::size).sum();
        List<StoredShare> shares = new ArrayList<>();
        funded.forEach((division, there) -> shares.add(StoredShare.plain(
                division,
                names.getOrDefault(division, ""),
                there.size(),
                all,
                there.stream().map(Proposal::cost).reduce(Money.ZERO, Money::plus))));
        return Computation.of(shares);
    }

    private static Proposal of(@Nullable Proposal proposal, UUID id) {
        if (proposal == null) {
            throw new IllegalStateException("Decision of " + id + " must be about a proposal");
        }
        return proposal;
    }

    /** Selects once more by the frozen scores: the same decisions, bounds and shares must come of it. */
    boolean holds(AllocationPlan plan, List<StoredShare> stored) {
        var rows = proposals.list(plan.id(), null, Selection.MOST + 1);
        List<Proposal> competing = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        for (var row : rows) {
            var result = row.result();
            if (result == null) {
                return false;
            }
            competing.add(row.toSelection(result.score()));
            decisions.add(new Decision(row.id(), result.funded(), result.refusedBy(), result.price()));
        }
        var again = select(plan, competing);
        var names = stored.stream().collect(Collectors.toMap(StoredShare::division, StoredShare::name));
        var proof = proposals.findProof(plan.id());
        return again.decisions().equals(decisions)
                && proof.filter(p -> p.score() == again.score() && p.cost().equals(again.cost()))
                        .isPresent()
                && shares(plan, competing, again, names).shares().toList().equals(stored);
    }
}
