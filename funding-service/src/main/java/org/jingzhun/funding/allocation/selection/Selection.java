package org.jingzhun.funding.allocation.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jingzhun.funding.allocation.selection.SelectionResult.Decision;
import org.jingzhun.funding.allocation.selection.SelectionResult.Impossible;
import org.jingzhun.funding.allocation.selection.SelectionResult.NotProven;
import org.jingzhun.funding.allocation.selection.SelectionResult.Price;
import org.jingzhun.funding.allocation.selection.SelectionResult.Refuser;
import org.jingzhun.funding.allocation.selection.SelectionResult.Selected;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Selects proposals (竞争性分配): the greatest score in all; of equal score the least cost; of equal cost the choice with
 * the earliest ids. Proven: the solver's bound equals what was reached. Each refused proposal carries its price, found by
 * solving once more with it funded.
 */
public final class Selection {

    /** More proposals than this are not weighed against each other in one plan. */
    public static final int MOST = 500;

    private final List<Proposal> proposals;
    private final Limits limits;
    private final Solver solver;
    private final @Nullable Price[] prices;

    private Selection(List<Proposal> proposals, Limits limits, Solver solver) {
        this.proposals = proposals;
        this.limits = limits;
        this.solver = solver;
        this.prices = new @Nullable Price[proposals.size()];
    }

    /**
     * @param proposals in any order, at most {@link #MOST}, no id twice
     * @param effort deterministic seconds of the solver for each question
     */
    public static SelectionResult select(List<Proposal> proposals, Limits limits, double effort) {
        if (proposals.size() > MOST) {
            throw new IllegalArgumentException("Proposals (" + proposals.size() + ") must be at most " + MOST);
        }
        var sorted = proposals.stream()
                .sorted(Comparator.comparing(p -> p.id().toString()))
                .toList();
        if (sorted.stream().map(Proposal::id).distinct().count() != sorted.size()) {
            throw new IllegalArgumentException("Proposals must have different ids");
        }
        var must = sorted.stream().filter(Proposal::mustFund).toList();
        var broken = Rules.broken(must, limits);
        if (!broken.isEmpty()) {
            return new Impossible(
                    broken.getFirst(),
                    "The " + must.size() + " proposals that must be funded must keep every limit, but together break "
                            + broken);
        }
        return new Selection(sorted, limits, new Solver(sorted, limits, effort)).run();
    }

    /**
     * Whether a choice keeps all limits; a check of a stored answer that needs no solver.
     *
     * @param funded the chosen proposals
     */
    public static boolean isAllowed(List<Proposal> funded, Limits limits) {
        return Rules.broken(funded, limits).isEmpty();
    }

    private SelectionResult run() {
        int size = proposals.size();
        var free = Solver.Settled.none(size);
        var best = solver.greatestScore(free);
        if (!best.isProven()) {
            return new NotProven(best.value(), best.bound());
        }
        var cheapest = solver.leastCost(free, best.value());
        var chosen = cheapest.chosen();
        if (chosen == null || !cheapest.isProven()) {
            return new NotProven(best.value(), best.bound());
        }
        chosen = earliest(chosen, best.value(), cheapest.value());
        List<Decision> decisions = new ArrayList<>(size);
        for (int p = 0; p < size; p++) {
            decisions.add(decision(p, chosen));
        }
        return new Selected(
                decisions, best.value(), best.bound(), Money.ofFen(cheapest.value()), Money.ofFen(cheapest.bound()));
    }

    /** Goes through the ids: each that is in a best choice with all settled before it is settled in. */
    private boolean[] earliest(boolean[] first, long score, long cost) {
        var chosen = first;
        var settled = Solver.Settled.none(proposals.size());
        for (int p = 0; p < chosen.length; p++) {
            if (!chosen[p]) {
                var with = inTie(p, score, cost, settled);
                if (with != null) {
                    chosen = with;
                }
            }
            if (chosen[p]) {
                settled = settled.with(p);
            } else {
                settled.out()[p] = true;
            }
        }
        return chosen;
    }

    /** A best choice with this proposal and all that is settled, or null. */
    private boolean @Nullable [] inTie(int p, long score, long cost, Solver.Settled settled) {
        var price = price(p, score);
        prices[p] = price;
        if (price.loss() > 0 || !price.possible() || !price.exact()) {
            return null;
        }
        if (proposals.get(p).score() < limits.minimumScore()) {
            return null;
        }
        var with = solver.leastCost(settled.with(p), score);
        return with.isProven() && with.value() == cost ? with.chosen() : null;
    }

    private Price price(int p, long score) {
        var forced = solver.greatestScore(Solver.Settled.none(proposals.size()).with(p));
        if (!forced.possible()) {
            return new Price(score, false, true);
        }
        return forced.isProven()
                ? new Price(score - forced.value(), true, true)
                : new Price(Math.max(0, score - forced.bound()), true, false);
    }

    private Decision decision(int p, boolean[] chosen) {
        var proposal = proposals.get(p);
        if (chosen[p]) {
            return new Decision(proposal.id(), true, List.of(), null);
        }
        var price = prices[p];
        var with = IntStream.range(0, chosen.length)
                .filter(other -> chosen[other] || other == p)
                .mapToObj(proposals::get)
                .toList();
        var refusedBy = Rules.broken(with, limits);
        if (refusedBy.isEmpty()) {
            refusedBy.add(Refuser.NOTHING_GAINED);
        }
        // Without a price of its own it was in a best choice that only ranked behind this one
        return new Decision(proposal.id(), false, refusedBy, price == null ? Price.NONE : price);
    }
}
