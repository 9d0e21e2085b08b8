package org.jingzhun.pairing.enterpriseproject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Yuan;
import org.jingzhun.pairing.announcing.Announcing;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.published.EnterpriseProjectChanged;
import org.jspecify.annotations.Nullable;

/** Proposes, agrees and closes projects of enterprises in villages (村企帮扶项目). */
@ApplicationScoped
public class Projects {

    private final ProjectRows rows;
    private final ProgressRows progress;
    private final Signatures signatures;
    private final Announcing announcing;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Projects(
            ProjectRows rows,
            ProgressRows progress,
            Signatures signatures,
            Announcing announcing,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.progress = progress;
        this.signatures = signatures;
        this.announcing = announcing;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A project with its steps and its yearly reports. */
    public record Handled(Project project, List<Signature> steps, List<Reported> progress) {}

    /** A yearly report with its steps. */
    public record Reported(Progress progress, List<Signature> steps) {}

    /**
     * Proposes one; the same again changes nothing.
     *
     * @throws ProjectRefusal if the enterprise is not linked to the village, days or targets do not fit, or the id stands
     *     with other content
     */
    @Transactional
    public Handled propose(UUID id, Project.Proposal told) {
        var there = rows.find(id);
        if (there.isPresent()) {
            if (!there.get().says(told)) {
                throw new ProjectRefusal.IdTaken(id);
            }
            return get(id);
        }
        if (told.lastOn().isBefore(told.firstOn())) {
            throw new ProjectRefusal.BadDays();
        }
        if (told.plan().equals(Project.Brought.NOTHING)) {
            throw new ProjectRefusal.WithoutTarget();
        }
        var link = rows.link(told.enterpriseId(), told.villageCode()).orElseThrow(ProjectRefusal.NotLinked::new);
        if (!rows.add(id, link, told)) {
            throw new ProjectRefusal.IdTaken(id);
        }
        sign(rows.find(id).orElseThrow(), ProjectStep.PROPOSE, null, List.of(), "");
        return get(id);
    }

    /** @throws ProjectRefusal.Unknown if there is none */
    @Transactional
    public Handled get(UUID id) {
        var project = rows.find(id).orElseThrow(() -> new ProjectRefusal.Unknown(id));
        return new Handled(
                project,
                signatures.list(id),
                progress.of(id).stream()
                        .map(each -> new Reported(each, signatures.list(each.id())))
                        .toList());
    }

    /**
     * @throws ProjectRefusal if it is closed while a report waits, or short of what was planned without a reason
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     */
    @Transactional
    public Handled take(UUID id, ProjectStep step, String remark) {
        var project = rows.lock(id).orElseThrow(() -> new ProjectRefusal.Unknown(id));
        sign(project, step, project.state(), signatures.list(id), remark);
        var today = Clocks.today(clock);
        if (step == ProjectStep.CLOSE) {
            progress.of(id).stream()
                    .filter(each -> each.state().isWaiting())
                    .findFirst()
                    .ifPresent(each -> {
                        throw new ProjectRefusal.ProgressWaiting(each.id());
                    });
            boolean isWhole = project.isReached() && today.isAfter(project.lastOn());
            if (!isWhole && remark.isEmpty()) {
                throw new ProjectRefusal.ClosedShort();
            }
        }
        rows.move(id, step.to(), step == ProjectStep.CLOSE ? today : null);
        var handled = get(id);
        if (step == ProjectStep.AGREE) {
            tell(Announcement.Type.ENTERPRISE_PROJECT_AGREED, handled.project());
        } else if (step == ProjectStep.CLOSE) {
            tell(Announcement.Type.ENTERPRISE_PROJECT_CLOSED, handled.project());
        }
        return handled;
    }

    /** @param year null for all years */
    @Transactional
    public ProjectCounts counts(Area area, @Nullable Integer year) {
        return rows.counts(area, year);
    }

    void tell(Announcement.Type type, Project project) {
        announcing.tell(new EnterpriseProjectChanged(
                type,
                project.id(),
                project.enterpriseId(),
                "%012d".formatted(project.villageCode()),
                project.kind().name(),
                project.firstOn(),
                project.lastOn(),
                Yuan.of(project.plan().fen()),
                Yuan.of(project.effect().fen()),
                project.effect().jobs(),
                project.effect().households(),
                project.state().name(),
                project.revision()));
    }

    private void sign(
            Project project, ProjectStep step, @Nullable ProjectState state, List<Signature> before, String remark) {
        var signed = Signing.sign(step, state, Officer.of(caller.get()), before, remark, clock.instant());
        signatures.add(project.id(), project.villageCode(), signed);
        audit.record(AuditEntry.of(
                        "enterprise-project-" + step.name().toLowerCase(Locale.ROOT),
                        "enterprise-project",
                        project.id())
                .in(project.villageCode()));
    }
}
