package org.jingzhun.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.pairing.cause.Cause;
import org.jingzhun.pairing.pairing.matching.BareSolver;
import org.jingzhun.pairing.pairing.matching.Certificate;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.HouseholdToPair;
import org.jingzhun.pairing.pairing.matching.Matching;
import org.jingzhun.pairing.pairing.matching.PairingProblem;
import org.jingzhun.pairing.pairing.matching.PairingResult;
import org.jingzhun.pairing.pairing.matching.Weights;
import org.jingzhun.sample.Cadre;
import org.jingzhun.sample.Household;
import org.jingzhun.sample.Sample;
import org.jingzhun.sample.SampleOptions;
import org.jingzhun.sample.Unit;

/**
 * Pairs the poor households of a county, and those of three counties at once, with their helpers, and checks the
 * certificate. The peer is the bare solver on the network that is solved.
 */
final class PlanBench {

    private static final String COUNTY = "451031";
    private static final String[] THREE_COUNTIES = {"451029", "451030", COUNTY};
    private static final Weights WEIGHTS = new Weights(100, 20, 30, 20, 50, 10, 25, 40);
    private static final double SECOND = 1e9;
    private static final int RUNS = 3;

    private PlanBench() {}

    static List<Figure> run() {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(measure("county", county()));
        figures.addAll(measure("three counties", problem(Sample.of(SampleOptions.of(42, THREE_COUNTIES)))));
        return figures;
    }

    /** The poor households of Longlin county and their helpers. */
    static PairingProblem county() {
        return problem(Sample.of(SampleOptions.of(42, COUNTY)));
    }

    private static List<Figure> measure(String name, PairingProblem problem) {
        Runnable bareSolver = BareSolver.of(problem);
        double bare = seconds(bareSolver);
        double solved = seconds(() -> Matching.solve(problem));
        PairingResult result = Matching.solve(problem);
        double checked = seconds(() -> {
            if (!Certificate.check(problem, result).proven()) {
                throw new IllegalStateException("The plan must be proven optimal.");
            }
        });
        String what = "%s, %,d households, %,d helpers"
                .formatted(name, problem.households().size(), problem.helpers().size());
        return List.of(
                new Figure("plan: " + what, solved, "s", bare, "bare solver"),
                new Figure("proof: " + name, checked, "s", bare, "bare solver"));
    }

    /** The best of some runs: the solver does the same each time, and what is more is not its own. */
    private static double seconds(Runnable work) {
        double best = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / SECOND);
        }
        return best;
    }

    private static PairingProblem problem(Sample sample) {
        List<HouseholdToPair> households = sample.villages()
                .flatMap(village -> village.households().stream())
                .filter(household -> household.truth().trulyPoor())
                .map(PlanBench::toPair)
                .toList();
        List<HelperToPair> helpers = new ArrayList<>();
        for (String county : sample.counties()) {
            Map<UUID, Unit> units = new HashMap<>();
            sample.units(county).forEach(unit -> units.put(unit.id(), unit));
            sample.helpers(county).forEach(cadre -> helpers.add(toPair(cadre, units)));
        }
        return new PairingProblem(households, helpers, WEIGHTS);
    }

    private static HouseholdToPair toPair(Household household) {
        Set<Cause> others = new HashSet<>();
        household.assessment().otherCauses().forEach(cause -> others.add(Cause.valueOf(cause.name())));
        return new HouseholdToPair(
                household.id(),
                Long.parseLong(household.villageCode()),
                household.hamlet(),
                Cause.valueOf(household.assessment().mainCause().name()),
                others,
                household.members().getFirst().ethnicity(),
                true,
                null);
    }

    private static HelperToPair toPair(Cadre cadre, Map<UUID, Unit> units) {
        Unit unit = units.get(cadre.unitId());
        Set<Long> villages =
                unit == null || unit.villageCode() == null ? Set.of() : Set.of(Long.parseLong(unit.villageCode()));
        Set<Cause> skills = new HashSet<>();
        cadre.skills().forEach(skill -> skills.add(Cause.valueOf(skill.name())));
        String home = cadre.homeVillage();
        return new HelperToPair(
                cadre.id(),
                villages,
                home == null ? null : Long.valueOf(home),
                skills,
                cadre.rank().quota(unit == null ? Unit.Level.COUNTY : unit.level()),
                cadre.ethnicity());
    }
}
