package org.jingzhun.identification.simulation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.identification.scorecard.Edition;
import org.jingzhun.identification.scorecard.Editions;
import org.jspecify.annotations.Nullable;

/** Orders simulations (模拟测算). */
@ApplicationScoped
public class Simulating {

    private final Simulations simulations;
    private final AnswerSources sources;
    private final Editions editions;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Simulating(
            Simulations simulations,
            AnswerSources sources,
            Editions editions,
            Jobs jobs,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.simulations = simulations;
        this.sources = sources;
        this.editions = editions;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Orders a simulation.
     *
     * @return id of the simulation and of the job that runs it
     * @throws SimulationRefusal when there is nothing to simulate or the order is not clear
     * @throws org.jingzhun.identification.scorecard.ScorecardException when one of the cards is not sound
     */
    @Transactional
    public UUID order(Order order) {
        Caller acting = caller.get();
        if (!acting.area().covers(order.division())) {
            throw new SimulationRefusal(SimulationRefusal.Reason.NOT_THE_WHOLE_DIVISION);
        }
        if ((order.line() == null) == (order.quota() == null)
                || (order.baselineLine() != null && order.baselineQuota() != null)) {
            throw new SimulationRefusal(SimulationRefusal.Reason.LINE_OR_QUOTA);
        }
        Edition simulated = edition(order.version(), SimulationRefusal.Reason.UNKNOWN_SCORECARD);
        Edition baseline = edition(order.baseline(), SimulationRefusal.Reason.UNKNOWN_BASELINE);
        if (order.line() != null
                && order.baselineLine() == null
                && order.baselineQuota() == null
                && simulated.direction() != baseline.direction()) {
            throw new SimulationRefusal(SimulationRefusal.Reason.BASELINE_LINE_MISSING);
        }
        if (sources.ranges(order.division()).isEmpty()) {
            throw new SimulationRefusal(SimulationRefusal.Reason.NOTHING_ANSWERED);
        }
        boolean isOwnBaseline = order.baselineLine() != null || order.baselineQuota() != null;
        @Nullable Integer baselineLine = isOwnBaseline ? order.baselineLine() : order.line();
        @Nullable Long baselineQuota = isOwnBaseline ? order.baselineQuota() : order.quota();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        simulations.dropOld();
        simulations.add(new Simulation(
                id,
                order.division(),
                order.version(),
                editions.prepare(simulated).sha256(),
                order.baseline(),
                editions.prepare(baseline).sha256(),
                order.line(),
                order.quota(),
                baselineLine,
                baselineQuota,
                acting.name(),
                clock.instant(),
                null));
        audit.record(AuditEntry.of("simulation-ordered", "simulation", id)
                .in(order.division().from())
                .with("scorecard", order.version())
                .with("baseline", order.baseline()));
        return jobs.submit(id, SimulationJob.KIND, new SimulationJob.Input(id), null);
    }

    private Edition edition(String version, SimulationRefusal.Reason reason) {
        Optional<Edition> found = editions.findByIdOptional(version);
        return found.orElseThrow(() -> new SimulationRefusal(reason));
    }
}
