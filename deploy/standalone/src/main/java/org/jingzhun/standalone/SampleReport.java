package org.jingzhun.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jingzhun.sample.Targeting;

/** What the first run did, and how long each step took. */
final class SampleReport {

    private static final double PERCENT = 100;

    private final Progress progress;
    private final List<String> seconds = new ArrayList<>();
    private final List<String> results = new ArrayList<>();
    private final double start;

    SampleReport(Progress progress) {
        this.progress = progress;
        this.start = progress.seconds();
    }

    /** Does a step and keeps its time. */
    void step(String name, Runnable work) {
        double before = progress.seconds();
        work.run();
        double took = progress.seconds() - before;
        progress.say("%-34s %6.1f s".formatted(name, took));
        seconds.add(String.format(Locale.ROOT, "  %-34s %8.1f s", name, took));
    }

    void registered(long households, long persons, long quotaPersons) {
        result("registered", "%,d households, %,d persons".formatted(households, persons));
        result("quota", "%,d persons, %,d left".formatted(quotaPersons, quotaPersons - persons));
    }

    void targeting(Targeting truth) {
        result(
                "wrongly included",
                "%,d households, %,d persons (%.1f %% of the registered)"
                        .formatted(
                                truth.wronglyIncluded().households(),
                                truth.wronglyIncluded().persons(),
                                PERCENT * truth.wrongInclusionRate()));
        result(
                "missed",
                "%,d households, %,d persons (%.1f %% of the truly poor)"
                        .formatted(
                                truth.missed().households(), truth.missed().persons(), PERCENT * truth.missedRate()));
    }

    void screened(int flags, int confirmed) {
        result("matches with other departments", "%,d, of them %,d confirmed as vetoes".formatted(flags, confirmed));
    }

    void visitedAgain(int households) {
        result("visited a second time", "%,d households".formatted(households));
    }

    void allocated(BigDecimal amount, BigDecimal shared) {
        result("allocated", "%,.2f yuan, %,.2f left".formatted(shared, amount.subtract(shared)));
    }

    void paired(JsonNode plan, JsonNode proof) {
        JsonNode figures = plan.path("figures");
        result(
                "paired",
                "%,d households with %,d helpers, %,d unpaired"
                        .formatted(
                                figures.path("paired").asInt(),
                                figures.path("helpers").asInt(),
                                figures.path("unpaired").asInt()));
        result(
                "optimality",
                "cost %,d, lower bound %,d: %s"
                        .formatted(
                                figures.path("cost").asLong(),
                                figures.path("lowerBound").asLong(),
                                proof.path("proven").asBoolean() ? "proven" : "NOT PROVEN"));
    }

    private void result(String name, String value) {
        results.add(String.format(Locale.ROOT, "  %-34s %s", name, value));
    }

    /** Results, then seconds by step. */
    String table() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(results);
        lines.add("");
        lines.addAll(seconds);
        lines.add(String.format(Locale.ROOT, "  %-34s %8.1f s", "the whole sample run", progress.seconds() - start));
        return String.join(System.lineSeparator(), lines);
    }
}
