package org.jingzhun.pairing.pairing.matching;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends teams to hamlets by integer programming (混合整数规划). Whole numbers are the helpers of each team; with those given the
 * rest is a flow, whose vertices are whole anyway. CP-SAT computes in whole numbers, within a measure of work that is the same
 * on every machine.
 */
final class HamletSolver {

    /** Prices are in thousandths of the costs' unit. */
    static final int THOUSANDTHS = 1_000;

    private static final double WHOLE = 1e-6;

    private final HamletTeams teams;
    private final MPSolver solver;
    private final boolean inWholeNumbers;
    private final List<MPConstraint> householdRows = new ArrayList<>();
    private final MPVariable[] sent;
    private final MPVariable[][] taken;

    /**
     * What was found.
     *
     * @param bound what every deployment costs at least, by the word of the solver
     */
    record Answer(Deployment deployment, long bound) {}

    private HamletSolver(HamletTeams teams, String engine, boolean inWholeNumbers) {
        Loader.loadNativeLibraries();
        this.teams = teams;
        this.inWholeNumbers = inWholeNumbers;
        solver = MPSolver.createSolver(engine);
        sent = new MPVariable[teams.teams().size()];
        taken = new MPVariable[sent.length][];
        build();
    }

    private void build() {
        MPObjective objective = solver.objective();
        objective.setMinimization();
        for (HamletTeams.Need need : teams.needs()) {
            int count = need.members().size();
            MPConstraint row = solver.makeConstraint(count, count);
            MPVariable unpaired = variable(count);
            row.setCoefficient(unpaired, 1);
            objective.setCoefficient(unpaired, (double) teams.costs().unpaired(need.first()));
            householdRows.add(row);
        }
        List<MPConstraint> helperRows = new ArrayList<>();
        for (HamletTeams.Kind kind : teams.kinds()) {
            helperRows.add(solver.makeConstraint(0, kind.members().size()));
        }
        for (int team = 0; team < sent.length; team++) {
            addTeam(team, objective, helperRows);
        }
    }

    private void addTeam(int team, MPObjective objective, List<MPConstraint> helperRows) {
        HamletTeams.Team its = teams.teams().get(team);
        HamletTeams.Kind kind = teams.kinds().get(its.kind());
        int most = kind.members().size();
        int quota = kind.first().quota();
        sent[team] = variable(most);
        helperRows.get(its.kind()).setCoefficient(sent[team], 1);
        MPConstraint balance = solver.makeConstraint(0, 0);
        taken[team] = new MPVariable[its.arcs().size()];
        for (int i = 0; i < taken[team].length; i++) {
            HamletTeams.Arc arc = its.arcs().get(i);
            int count = teams.needs().get(arc.need()).members().size();
            taken[team][i] = variable(Math.min(count, most * quota));
            householdRows.get(arc.need()).setCoefficient(taken[team][i], 1);
            balance.setCoefficient(taken[team][i], 1);
            objective.setCoefficient(taken[team][i], (double) arc.cost());
        }
        for (int place = 1; place <= quota; place++) {
            MPVariable filled = variable(most);
            balance.setCoefficient(filled, -1);
            objective.setCoefficient(filled, (double) teams.costs().place(place, quota));
            MPConstraint within = solver.makeConstraint(-most, 0);
            within.setCoefficient(filled, 1);
            within.setCoefficient(sent[team], -1);
        }
    }

    private MPVariable variable(int most) {
        return solver.makeVar(0, most, inWholeNumbers, "");
    }

    /**
     * The best deployment that is found with so much work, and never a worse one than the first.
     *
     * @param work in the solver's own seconds, which are the same on every machine
     */
    static Answer solve(HamletTeams teams, int[] firstSent, double work) {
        HamletSolver model = new HamletSolver(teams, "SAT", true);
        try {
            model.solver.setNumThreads(1);
            model.solver.setSolverSpecificParametersAsString(
                    "num_workers:1,linearization_level:2,random_seed:1,max_deterministic_time:" + work);
            model.solver.setHint(
                    model.sent, Arrays.stream(firstSent).asDoubleStream().toArray());
            MPSolver.ResultStatus status = model.solver.solve();
            if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
                return new Answer(Deployment.of(teams, firstSent), 0);
            }
            int[] counts = new int[model.sent.length];
            for (int team = 0; team < counts.length; team++) {
                counts[team] = (int) Math.round(model.sent[team].solutionValue());
            }
            return new Answer(Deployment.of(teams, counts), (long)
                    Math.ceil(model.solver.objective().bestBound() - WHOLE));
        } finally {
            model.solver.delete();
        }
    }

    /** What each household is worth in the linear relaxation, in thousandths; empty if there is no answer. */
    static @Nullable Map<UUID, Long> prices(HamletTeams teams) {
        HamletSolver model = new HamletSolver(teams, "GLOP", false);
        try {
            if (model.solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
                return null;
            }
            Map<UUID, Long> prices = new HashMap<>();
            for (int need = 0; need < teams.needs().size(); need++) {
                long price = (long) Math.floor(model.householdRows.get(need).dualValue() * THOUSANDTHS);
                teams.needs().get(need).members().forEach(household -> prices.put(household.id(), price));
            }
            return prices;
        } finally {
            model.solver.delete();
        }
    }
}
