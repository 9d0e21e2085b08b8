package org.jingzhun.bench;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.UUID;
import org.jingzhun.pairing.pairing.matching.Costs;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.HouseholdToPair;
import org.jingzhun.pairing.pairing.matching.PairingProblem;
import org.jspecify.annotations.Nullable;

/** The peer: Timefold's local search on the same problem, from the greedy assignment on, with an incremental score. */
public final class TimefoldPairing {

    private TimefoldPairing() {}

    /** A helper; one and the same object is equal, since the solver asks for its hash all the time. */
    public static final class Choice {

        private final HelperToPair helper;

        Choice(HelperToPair helper) {
            this.helper = helper;
        }
    }

    /** All choices. The solver compares the list with itself once a household, which must not take a look at each helper. */
    private static final class Choices extends AbstractList<Choice> implements RandomAccess {

        private final List<Choice> all;

        Choices(Collection<Choice> all) {
            this.all = List.copyOf(all);
        }

        @Override
        public Choice get(int index) {
            return all.get(index);
        }

        @Override
        public int size() {
            return all.size();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof List<?> list && list.size() == size() && list.getFirst() == getFirst();
        }

        @Override
        public int hashCode() {
            return size();
        }
    }

    /** A household with the helper it has for now. */
    @PlanningEntity
    public static class Need {

        @PlanningId
        public int number;

        public HouseholdToPair household;

        @PlanningVariable
        public Choice choice;

        @SuppressWarnings("NullAway.Init") // filled by the solver
        public Need() {}

        Need(int number, HouseholdToPair household, Choice choice) {
            this.number = number;
            this.household = household;
            this.choice = choice;
        }

        HelperToPair helper() {
            return choice.helper;
        }
    }

    /** All of them. */
    @PlanningSolution
    public static class Assignment {

        @ProblemFactCollectionProperty
        @ValueRangeProvider
        public List<Choice> helpers;

        @PlanningEntityCollectionProperty
        public List<Need> needs;

        @PlanningScore
        public HardSoftLongScore score;

        @SuppressWarnings("NullAway.Init") // filled before it is solved
        public Assignment() {}
    }

    /** Hard: places beyond the quota and forbidden pairs; soft: the same costs as ours. */
    public static class Score implements IncrementalScoreCalculator<Assignment, HardSoftLongScore> {

        private final Costs costs = new Costs(RegionPairing.WEIGHTS);
        private final Map<UUID, Integer> loads = new HashMap<>();
        private long hard;
        private long soft;

        @Override
        public void resetWorkingSolution(Assignment solution) {
            loads.clear();
            hard = 0;
            soft = 0;
            solution.needs.forEach(this::insert);
        }

        @Override
        public void beforeVariableChanged(Object entity, String variable) {
            Need need = (Need) entity;
            int load = loads.merge(need.helper().id(), -1, Integer::sum) + 1;
            hard += misfit(need, load);
            soft += cost(need, load);
        }

        @Override
        public void afterVariableChanged(Object entity, String variable) {
            insert((Need) entity);
        }

        private void insert(Need need) {
            int load = loads.merge(need.helper().id(), 1, Integer::sum);
            hard -= misfit(need, load);
            soft -= cost(need, load);
        }

        private static int misfit(Need need, int load) {
            return (load > need.helper().quota() ? 1 : 0) + (need.helper().mayHelp(need.household) ? 0 : 1);
        }

        private long cost(Need need, int load) {
            return need.helper().quota() == 0
                    ? 0
                    : costs.terms(need.household, need.helper(), load).total();
        }

        @Override
        public HardSoftLongScore calculateScore() {
            return HardSoftLongScore.of(hard, soft);
        }

        @Override
        public void beforeEntityAdded(Object entity) {}

        @Override
        public void afterEntityAdded(Object entity) {}

        @Override
        public void beforeEntityRemoved(Object entity) {}

        @Override
        public void afterEntityRemoved(Object entity) {}
    }

    /** The helpers of all households after so much time. */
    static List<HelperToPair> improve(PairingProblem problem, List<HelperToPair> greedy, Duration time) {
        Assignment start = new Assignment();
        Map<UUID, Choice> choices = new HashMap<>();
        problem.helpers().forEach(helper -> choices.put(helper.id(), new Choice(helper)));
        choices.put(Greedy.UNPAIRED.id(), new Choice(Greedy.UNPAIRED));
        start.helpers = new Choices(choices.values());
        start.needs = new ArrayList<>();
        for (int i = 0; i < greedy.size(); i++) {
            start.needs.add(new Need(
                    i,
                    problem.households().get(i),
                    Objects.requireNonNull(choices.get(greedy.get(i).id()))));
        }
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Assignment.class)
                .withEntityClasses(Need.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Score.class))
                .withPhases(new LocalSearchPhaseConfig())
                .withTerminationSpentLimit(time)
                .withRandomSeed(1L);
        Assignment end = SolverFactory.<Assignment>create(config).buildSolver().solve(start);
        return end.needs.stream().map(Need::helper).toList();
    }
}
