package org.jingzhun.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the benchmarks that are named on the command line, or all. */
public final class Bench {

    /** One benchmark. */
    @FunctionalInterface
    interface Benchmark {

        /** @throws Exception whatever it is, the run has failed */
        List<Figure> run() throws Exception;
    }

    private static final Map<String, Benchmark> BENCHMARKS = new TreeMap<>(Map.ofEntries(
            Map.entry("archive", ArchiveBench::run),
            Map.entry("scoring", Bench::scoring),
            Map.entry("line", LineBench::run),
            Map.entry("events", EventsBench::run),
            Map.entry("lists", ListsBench::run),
            Map.entry("sample", SampleBench::run),
            Map.entry("imports", ImportsBench::run),
            Map.entry("allocation", AllocationBench::run),
            Map.entry("ledger", LedgerBench::run),
            Map.entry("overdue", OverdueBench::run),
            Map.entry("payments", PaymentsBench::run),
            Map.entry("shares", SharesBench::run),
            Map.entry("ranking", RankingBench::run),
            Map.entry("read", ReadBench::run),
            Map.entry("plan", PlanBench::run),
            Map.entry("pairing", PairingBench::run),
            Map.entry("simulation", SimulationBench::run),
            Map.entry("screening", ScreeningBench::run),
            Map.entry("statistics", StatisticsBench::run),
            Map.entry("sync", SyncBench::run),
            Map.entry("webhooks", WebhooksBench::run)));

    private static final AtomicInteger MISSED = new AtomicInteger();

    private Bench() {}

    /** Prints a figure at once; one that misses its limit makes the run end with code 1. */
    static void tell(Figure figure) {
        System.out.println("  " + figure);
        System.out.flush();
        if (figure.misses()) {
            MISSED.incrementAndGet();
        }
    }

    /** In memory, then with all that storing takes. */
    private static List<Figure> scoring() throws Exception {
        List<Figure> figures = new ArrayList<>(ScoringBench.run());
        figures.addAll(CampaignScoringBench.run());
        return figures;
    }

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
            benchmark.run().forEach(Bench::tell);
        }
        if (MISSED.get() > 0) {
            System.err.printf("%nLimits missed: %d%n", MISSED.get());
            System.exit(1);
        }
    }
}
