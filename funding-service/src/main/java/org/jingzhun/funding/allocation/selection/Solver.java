package org.jingzhun.funding.allocation.selection;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best choice by CP-SAT over whole numbers. One thread, a fixed seed and an effort that is counted, not timed:
 * the same proposals give the same answer on every machine.
 */
final class Solver {

    static {
        Loader.loadNativeLibraries();
    }

    private final List<Proposal> proposals;
    private final Limits limits;
    private final double effort;

    /** @param effort deterministic seconds of the solver for each question */
    Solver(List<Proposal> proposals, Limits limits, double effort) {
        this.proposals = proposals;
        this.limits = limits;
        this.effort = effort;
    }

    /**
     * What is settled beforehand.
     *
     * @param in must be funded, also below the minimum score
     * @param out must not be funded
     */
    record Settled(boolean[] in, boolean[] out) {

        static Settled none(int size) {
            return new Settled(new boolean[size], new boolean[size]);
        }

        Settled with(int proposal) {
            var more = in.clone();
            more[proposal] = true;
            return new Settled(more, out);
        }
    }

    /**
     * The end of a search.
     *
     * @param possible false if it is proven that there is no choice
     * @param chosen null if none was found
     * @param value of the choice
     * @param bound that no choice can pass
     */
    record Answer(boolean possible, boolean @Nullable [] chosen, long value, long bound) {

        boolean isProven() {
            return chosen != null && value == bound;
        }
    }

    /** The greatest score. */
    Answer greatestScore(Settled settled) {
        return solve(settled, null);
    }

    /** The least cost of a choice with this score. */
    Answer leastCost(Settled settled, long score) {
        return solve(settled, score);
    }

    private Answer solve(Settled settled, @Nullable Long score) {
        var model = new CpModel();
        var funded = new BoolVar[proposals.size()];
        Arrays.setAll(funded, p -> model.newBoolVar("p" + p));
        for (int p = 0; p < funded.length; p++) {
            var proposal = proposals.get(p);
            if (settled.in()[p] || proposal.mustFund()) {
                model.addEquality(funded[p], 1);
            } else if (settled.out()[p] || proposal.score() < limits.minimumScore()) {
                model.addEquality(funded[p], 0);
            }
        }
        limit(model, funded);
        if (score == null) {
            model.maximize(sum(funded, Proposal::score));
        } else {
            model.addEquality(sum(funded, Proposal::score), score);
            model.minimize(sum(funded, proposal -> proposal.cost().fen()));
        }
        return answer(model, funded);
    }

    private void limit(CpModel model, BoolVar[] funded) {
        model.addLessOrEqual(cost(funded, proposal -> true), limits.budget().fen());
        for (var place : limits.places()) {
            model.addLessOrEqual(cost(funded, place::covers), place.most().fen());
        }
        limits.kinds()
                .forEach((kind, most) -> model.addLessOrEqual(
                        cost(funded, proposal -> proposal.kind().equals(kind)), most.fen()));
        var groups = new LinkedHashMap<String, List<Literal>>();
        for (int p = 0; p < funded.length; p++) {
            var group = proposals.get(p).group();
            if (group != null) {
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(funded[p]);
            }
        }
        groups.values().forEach(model::addAtMostOne);
    }

    private LinearExpr cost(BoolVar[] funded, Predicate<Proposal> which) {
        return sum(funded, proposal -> which.test(proposal) ? proposal.cost().fen() : 0);
    }

    private LinearExpr sum(BoolVar[] funded, ToLongFunction<Proposal> coefficient) {
        return LinearExpr.weightedSum(
                funded, proposals.stream().mapToLong(coefficient).toArray());
    }

    private Answer answer(CpModel model, BoolVar[] funded) {
        var solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setRandomSeed(1).setMaxDeterministicTime(effort);
        var status = solver.solve(model);
        return switch (status) {
            case OPTIMAL, FEASIBLE -> {
                var chosen = new boolean[funded.length];
                for (int p = 0; p < chosen.length; p++) {
                    chosen[p] = solver.booleanValue(funded[p]);
                }
                yield new Answer(
                        true, chosen, Math.round(solver.objectiveValue()), Math.round(solver.bestObjectiveBound()));
            }
            case INFEASIBLE -> new Answer(false, null, 0, 0);
            case UNKNOWN -> new Answer(true, null, 0, Math.round(solver.bestObjectiveBound()));
            case MODEL_INVALID, UNRECOGNIZED ->
                throw new IllegalStateException("The solver must take the model, but it answers " + status + ": "
                        + CpSolverStatus.MODEL_INVALID + " " + model.validate());
        };
    }
}
