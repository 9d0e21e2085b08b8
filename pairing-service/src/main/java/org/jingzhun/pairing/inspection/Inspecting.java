package org.jingzhun.pairing.inspection;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.inspection.draw.Draw;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.policy.PolicyVersion;
import org.jingzhun.pairing.problem.Problem;
import org.jingzhun.pairing.problem.Solving;
import org.jingzhun.pairing.signing.Case;
import org.jingzhun.pairing.signing.Signatory;
import org.jspecify.annotations.Nullable;

/** Draws, proves and reports inspections. */
@ApplicationScoped
public class Inspecting {

    /** Keys of the policy. */
    private enum Day {
        FIRST,
        LAST
    }

    private final Inspections inspections;
    private final Solving solving;
    private final Signatory signatory;
    private final Policies policies;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Inspecting(
            Inspections inspections,
            Solving solving,
            Signatory signatory,
            Policies policies,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.inspections = inspections;
        this.solving = solving;
        this.signatory = signatory;
        this.policies = policies;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is to be drawn.
     *
     * @param seed null to have one made
     */
    public record Order(
            long division,
            LocalDate monday,
            int teams,
            int villagesPerDay,
            @Nullable String seed) {}

    /**
     * A round with its inspections.
     *
     * @param redrawn whether seed and frame give the same inspections again
     */
    public record Drawn(Round round, List<Inspection> inspections, boolean redrawn) {}

    /** An inspection with what it found and its steps. */
    public record Reported(Inspection inspection, List<Inspection.Finding> findings, List<Signature> steps) {}

    /**
     * Draws a week's inspections; the same order again changes nothing.
     *
     * @throws InspectionRefusal if the week is over or does not begin on a Monday, was drawn otherwise, or there are too
     *     few villages
     */
    @Transactional
    public Drawn draw(Order order) {
        if (order.monday().getDayOfWeek() != DayOfWeek.MONDAY
                || order.monday().plusDays(DayOfWeek.values().length).compareTo(Clocks.today(clock)) <= 0) {
            throw new InspectionRefusal.NotAComingMonday(order.monday());
        }
        var rule = policies.inspectionDays.on(order.monday());
        var frame = inspections.frame(Area.ofPrefix(Long.toString(order.division())), order.monday());
        int needed = days(rule, order.monday()).size() * order.teams() * order.villagesPerDay();
        if (frame.size() < needed) {
            throw new InspectionRefusal.TooFewVillages(needed, frame.size());
        }
        var asked = order.seed();
        var round = new Round(
                UuidCreator.getTimeOrderedEpoch(),
                order.division(),
                order.monday(),
                order.teams(),
                order.villagesPerDay(),
                asked == null ? UUID.randomUUID().toString() : asked,
                frame,
                rule.version());
        var drawn = drawn(round, rule);
        if (inspections.add(round, drawn, caller.get().subject(), clock.instant())) {
            audit.record(AuditEntry.of("inspections-drawn", "inspection-round", round.id())
                    .in(round.division()));
            return new Drawn(round, drawn, true);
        }
        var there = inspections.find(order.division(), order.monday()).orElseThrow();
        if (there.teams() != order.teams()
                || there.villagesPerDay() != order.villagesPerDay()
                || (asked != null && !asked.equals(there.seed()))) {
            throw new InspectionRefusal.AlreadyDrawn(there.id());
        }
        return round(there.id());
    }

    /** The round with its proof: it is drawn anew from seed and frame. */
    @Transactional
    public Drawn round(UUID id) {
        var round = inspections.find(id).orElseThrow(() -> new InspectionRefusal.Unknown(id));
        var stored = inspections.of(id);
        var rule = policies.inspectionDays.version(round.ruleVersion());
        var anew = drawn(round, rule).stream().map(Inspecting::place).toList();
        return new Drawn(
                round,
                stored,
                anew.equals(stored.stream().map(Inspecting::place).toList()));
    }

    private static Draw.Visit place(Inspection each) {
        return new Draw.Visit(each.team(), each.inspectedOn(), each.villageCode());
    }

    private static List<Inspection> drawn(Round round, PolicyVersion rule) {
        return Draw.of(round.seed(), days(rule, round.monday()), round.teams(), round.villagesPerDay(), round.frame())
                .stream()
                .map(visit -> new Inspection(
                        UuidCreator.getTimeOrderedEpochPlus1(),
                        round.id(),
                        visit.team(),
                        visit.day(),
                        visit.village(),
                        InspectionState.PLANNED,
                        null,
                        0))
                .toList();
    }

    private static List<LocalDate> days(PolicyVersion rule, LocalDate monday) {
        return IntStream.rangeClosed(rule.get(Day.FIRST), rule.get(Day.LAST))
                .mapToObj(day -> monday.plusDays(day - 1L))
                .toList();
    }

    /** The last day whose inspections the caller may see: nobody but supervisors and auditors knows them before. */
    public LocalDate visibleUntil() {
        return seesPlans() ? LocalDate.of(9999, 12, 31) : Clocks.today(clock);
    }

    private boolean seesPlans() {
        return caller.get().has(Role.SUPERVISOR) || caller.get().has(Role.AUDITOR);
    }

    /** @throws InspectionRefusal.Unknown if there is none, or it is not to be known yet */
    @Transactional
    public Reported get(UUID id) {
        var inspection = inspections
                .inspection(id)
                .filter(found -> !found.inspectedOn().isAfter(visibleUntil()))
                .orElseThrow(() -> new InspectionRefusal.Unknown(id));
        return new Reported(inspection, inspections.findings(id), signatory.list(id));
    }

    /**
     * Reports or cancels; of each finding that is not good a problem is raised.
     *
     * @param words the report, or the reason
     */
    @Transactional
    public Reported take(UUID id, InspectionStep step, String words, List<Inspection.Finding> findings) {
        var inspection = inspections.lock(id).orElseThrow(() -> new InspectionRefusal.Unknown(id));
        signatory.sign(
                Case.of("inspection", id, inspection.villageCode()),
                step,
                inspection.state(),
                step == InspectionStep.CANCEL ? words : "");
        if (words.isBlank()) {
            throw new InspectionRefusal.WordsMissing(step);
        }
        if (step == InspectionStep.REPORT) {
            if (inspection.inspectedOn().isAfter(Clocks.today(clock))) {
                throw new InspectionRefusal.BeforeItsDay(inspection.inspectedOn());
            }
            inspections.add(inspection, raised(inspection, findings));
        }
        inspections.move(id, step.to(), step == InspectionStep.REPORT ? words : null);
        return get(id);
    }

    private List<Inspection.Finding> raised(Inspection inspection, List<Inspection.Finding> findings) {
        var kept = new ArrayList<Inspection.Finding>();
        for (var each : findings) {
            UUID problem = each.good() ? null : UuidCreator.getTimeOrderedEpoch();
            if (problem != null) {
                var unused = solving.raise(new Solving.Raised(
                        problem,
                        inspection.villageCode(),
                        each.householdId(),
                        each.title(),
                        each.details(),
                        Problem.Source.INSPECTION,
                        inspection.id()));
            }
            kept.add(new Inspection.Finding(each.good(), each.title(), each.details(), each.householdId(), problem));
        }
        return kept;
    }
}
