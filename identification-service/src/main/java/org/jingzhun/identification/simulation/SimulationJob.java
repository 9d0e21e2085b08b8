package org.jingzhun.identification.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.identification.scorecard.Scorecards;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jingzhun.identification.scorecard.scoring.Scorecard;
import org.jingzhun.identification.scorecard.scoring.Translation;
import org.jingzhun.identification.simulation.whatif.Boundary;
import org.jingzhun.identification.simulation.whatif.Count;
import org.jingzhun.identification.simulation.whatif.Histogram;
import org.jingzhun.identification.simulation.whatif.Rescoring;
import org.jspecify.annotations.Nullable;

/** Runs a simulation: reads and scores everybody, draws the lines, finds who moves, and keeps that in one transaction. */
@ApplicationScoped
class SimulationJob implements JobKind {

    static final String KIND = "simulation";

    private final Simulations simulations;
    private final Scorecards scorecards;
    private final FirstPass firstPass;

    SimulationJob(Simulations simulations, Scorecards scorecards, FirstPass firstPass) {
        this.simulations = simulations;
        this.scorecards = scorecards;
        this.firstPass = firstPass;
    }

    record Input(UUID simulationId) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) throws IOException, InterruptedException {
        var before = run.checkpoint(Summary.class);
        if (before.isPresent()) {
            return Outcome.succeeded(before.get());
        }
        UUID id = run.input(Input.class).simulationId();
        Simulations.Prepared prepared = simulations.prepare(id);
        if (!prepared.isAsOrdered()) {
            return Outcome.failed(
                    Problem.of(409, "scorecard-changed", prepared.simulation().version()));
        }
        List<FirstPass.Part> parts = firstPass.read(prepared.ranges(), cards(prepared), run.caller(), run::progress);
        try {
            Progress progress = run.inChunk(connection -> {
                Summary summary = summarise(prepared, parts, connection);
                simulations.keep(id, summary);
                return new Progress(summary, summary.all().households());
            });
            return Outcome.succeeded(progress.checkpoint());
        } finally {
            for (FirstPass.Part part : parts) {
                part.close();
            }
        }
    }

    private Map<String, FirstPass.Pair> cards(Simulations.Prepared prepared) {
        Map<String, FirstPass.Pair> cards = new HashMap<>();
        for (Range range : prepared.ranges()) {
            cards.computeIfAbsent(range.scorecard(), version -> {
                Scorecard answered = scorecards.get(version).card();
                return new FirstPass.Pair(
                        Rescoring.of(answered, prepared.baseline()), Rescoring.of(answered, prepared.simulated()));
            });
        }
        return cards;
    }

    private Summary summarise(Simulations.Prepared prepared, List<FirstPass.Part> parts, Connection connection)
            throws IOException, java.sql.SQLException {
        Simulation simulation = prepared.simulation();
        Histogram before = new Histogram();
        Histogram after = new Histogram();
        for (FirstPass.Part part : parts) {
            before.add(part.baseline());
            after.add(part.simulated());
        }
        Boundary baseline =
                boundary(prepared.baseline(), simulation.baselineLine(), simulation.baselineQuota(), before);
        Boundary simulated = boundary(prepared.simulated(), simulation.line(), simulation.quota(), after);
        SecondPass second = new SecondPass(simulation.id(), baseline, simulated, connection);
        long unscorableHouseholds = 0;
        long unscorablePersons = 0;
        for (FirstPass.Part part : parts) {
            second.read(part.rows());
            Count unscorable = part.unscorable();
            unscorableHouseholds += unscorable.households();
            unscorablePersons += unscorable.persons();
        }
        second.finish();
        return new Summary(
                simulation.id(),
                Summary.Both.of(second.all().all()),
                new Summary.Both(unscorableHouseholds, unscorablePersons),
                baseline.line(),
                simulated.line(),
                Summary.Both.of(second.all().baseline()),
                Summary.Both.of(second.all().simulated()),
                Summary.Both.of(second.all().in()),
                Summary.Both.of(second.all().out()),
                second.villages(),
                leftOut(prepared),
                histogram(before, after));
    }

    private static Boundary boundary(
            ScoreTable table, @Nullable Integer line, @Nullable Long quota, Histogram histogram) {
        Direction direction = table.card().direction();
        if (quota == null) {
            return new Boundary(direction, line);
        }
        return new Boundary(direction, histogram.lineWithin(direction, quota));
    }

    private List<String> leftOut(Simulations.Prepared prepared) {
        return prepared.ranges().stream()
                .map(Range::scorecard)
                .distinct()
                .flatMap(version ->
                        Translation.of(
                                scorecards.get(version).card(),
                                prepared.simulated().card())
                                .leftOut()
                                .stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Summary.Bar> histogram(Histogram before, Histogram after) {
        Map<Integer, Summary.Bar> bars = new java.util.TreeMap<>();
        for (Histogram.Bar bar : before.bars()) {
            bars.put(bar.score(), new Summary.Bar(bar.score(), bar.households(), bar.persons(), 0, 0));
        }
        for (Histogram.Bar bar : after.bars()) {
            Summary.Bar known = bars.getOrDefault(bar.score(), new Summary.Bar(bar.score(), 0, 0, 0, 0));
            bars.put(
                    bar.score(),
                    new Summary.Bar(
                            bar.score(),
                            known.baselineHouseholds(),
                            known.baselinePersons(),
                            bar.households(),
                            bar.persons()));
        }
        return new ArrayList<>(bars.values());
    }
}
