package org.jingzhun.funding.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.published.ProjectStageChanged;

/** Tells the other services how projects stand. */
@ApplicationScoped
class ProjectTelling {

    private final Beneficiaries beneficiaries;
    private final Outbox outbox;

    ProjectTelling(Beneficiaries beneficiaries, Outbox outbox) {
        this.beneficiaries = beneficiaries;
        this.outbox = outbox;
    }

    /** In the transaction of their last step, after it was written. */
    void tell(List<Project> projects) {
        outbox.publish(projects.stream()
                .map(this::event)
                .map(event -> new OutboxEvent(event.topic(), event.key(), event.type(), event))
                .toList());
    }

    private ProjectStageChanged event(Project project) {
        var proposal = project.proposal();
        var last = project.steps().getLast();
        return new ProjectStageChanged(
                project.id(),
                Long.toString(project.division()),
                project.name(),
                project.year(),
                project.stage().name(),
                last.step().name(),
                proposal.batch(),
                proposal.action(),
                Objects.requireNonNullElse(proposal.industry(), ""),
                project.amount().toString(),
                project.funded().toString(),
                project.percent(),
                beneficiaries.count(project.id()),
                LocalDate.ofInstant(last.takenAt(), Clocks.SHANGHAI),
                project.revision() + 1);
    }
}
