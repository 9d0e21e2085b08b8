package org.jingzhun.pairing.enterpriseproject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.published.Announcement;
import org.jspecify.annotations.Nullable;

/** Reports each year what a project has brought (年度进展); what the village and the county agree with counts. */
@ApplicationScoped
public class Reporting {

    private final Projects projects;
    private final ProjectRows rows;
    private final ProgressRows progress;
    private final Signatures signatures;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Reporting(
            Projects projects,
            ProjectRows rows,
            ProgressRows progress,
            Signatures signatures,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.projects = projects;
        this.rows = rows;
        this.progress = progress;
        this.signatures = signatures;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Reports a year; the same again changes nothing.
     *
     * @throws ProjectRefusal if the project is not under way, does not last in the year or has a report of it, if a household
     *     is not in the register of the village, or the id stands with other content
     */
    @Transactional
    public Projects.Handled report(UUID projectId, UUID id, Progress.Facts facts) {
        var project = rows.lock(projectId).orElseThrow(() -> new ProjectRefusal.Unknown(projectId));
        var there = progress.find(id);
        if (there.isPresent()) {
            if (!there.get().projectId().equals(projectId)
                    || !there.get().facts().equals(facts)) {
                throw new ProjectRefusal.IdTaken(id);
            }
            return projects.get(projectId);
        }
        requireReportable(project, facts);
        if (!progress.add(id, project, facts)) {
            throw new ProjectRefusal.IdTaken(id);
        }
        sign(project, id, ProgressStep.REPORT, null, List.of(), "");
        return projects.get(projectId);
    }

    private void requireReportable(Project project, Progress.Facts facts) {
        if (project.state() != ProjectState.UNDER_WAY) {
            throw new ProjectRefusal.NotUnderWay(project.state());
        }
        int thisYear = Clocks.today(clock).getYear();
        if (!project.lastsIn(facts.year()) || facts.year() > thisYear) {
            throw new ProjectRefusal.OutsideProject(
                    project.firstOn().getYear(),
                    Math.min(thisYear, project.lastOn().getYear()));
        }
        progress.of(project.id()).stream()
                .filter(each -> each.facts().year() == facts.year() && each.state() != ProgressState.RETURNED)
                .findFirst()
                .ifPresent(each -> {
                    throw new ProjectRefusal.YearReported(each.id());
                });
        var registered = progress.registered(project.villageCode(), facts.households());
        var others = facts.households().stream()
                .filter(household -> !registered.contains(household))
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            throw new ProjectRefusal.NotRegistered(others);
        }
    }

    /**
     * @throws ProjectRefusal if there is no such report, or it is returned without a reason
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     */
    @Transactional
    public Projects.Handled take(UUID projectId, UUID id, ProgressStep step, String remark) {
        var project = rows.lock(projectId).orElseThrow(() -> new ProjectRefusal.Unknown(projectId));
        var report = progress.find(id)
                .filter(each -> each.projectId().equals(projectId))
                .orElseThrow(() -> new ProjectRefusal.Unknown(id));
        if (step == ProgressStep.RETURN && remark.isEmpty()) {
            throw new ProjectRefusal.RemarkMissing(step);
        }
        sign(project, id, step, report.state(), signatures.list(id), remark);
        progress.move(id, step.to());
        if (step == ProgressStep.ACCEPT) {
            rows.advance(projectId);
        }
        var handled = projects.get(projectId);
        if (step == ProgressStep.ACCEPT) {
            projects.tell(Announcement.Type.ENTERPRISE_PROJECT_ADVANCED, handled.project());
        }
        return handled;
    }

    private void sign(
            Project project,
            UUID id,
            ProgressStep step,
            @Nullable ProgressState state,
            List<Signature> before,
            String remark) {
        var signed = Signing.sign(step, state, Officer.of(caller.get()), before, remark, clock.instant());
        signatures.add(id, project.villageCode(), signed);
        audit.record(
                AuditEntry.of("enterprise-progress-" + step.name().toLowerCase(Locale.ROOT), "enterprise-progress", id)
                        .in(project.villageCode()));
    }
}
