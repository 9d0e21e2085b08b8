package org.jingzhun.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the benchmarks that are named on the command line, or all. */
public final class Bench {

    /** One benchmark. */
    @FunctionalInterface
    interface Benchmark {

        /** @throws Exception whatever it is, the run has failed */
        List<Figure> run() throws Exception;
    }

    private static final Map<String, Benchmark> BENCHMARKS = new TreeMap<>(Map.of(
            "scoring", ScoringBench::run,
            "line", LineBench::run,
            "events", EventsBench::run,
            "lists", ListsBench::run,
            "sample", SampleBench::run,
            "imports", ImportsBench::run,
            "allocation", AllocationBench::run,
            "plan", PlanBench::run,
            "simulation", SimulationBench::run,
            "screening", ScreeningBench::run,
            "statistics", StatisticsBench::run));

    private Bench() {}

    public static void main(String... names) throws Exception {
        List<String> wanted = names.length == 0 ? List.copyOf(BENCHMARKS.keySet()) : List.of(names);
        for (String name : wanted) {
            Benchmark benchmark = BENCHMARKS.get(name);
            if (benchmark == null) {
                System.err.printf("Benchmark (%s) must be one of %s.%n", name, BENCHMARKS.keySet());
                System.exit(2);
                return;
            }
            System.out.printf("%n%s%n", name);
            for (Figure figure : benchmark.run()) {
                System.out.println("  " + figure);
            }
        }
    }
}
