package org.jingzhun.funding.project.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.project.Nature;
import org.jingzhun.funding.project.Project;
import org.jingzhun.funding.project.Stage;
import org.jingzhun.funding.project.Step;
import org.jingzhun.funding.project.StepTaken;
import org.jspecify.annotations.Nullable;

/** A project as seen from outside. */
@Schema(name = "Project")
record ProjectView(
        UUID id,
        String division,
        int year,
        String name,
        String projectClass,
        Nature nature,
        String place,
        LocalDate plannedFrom,
        LocalDate plannedTo,
        String responsibleUnit,
        String task,
        Money amount,
        String sourceKind,
        @Nullable String performanceTarget,
        @Nullable String benefitLink,
        @Nullable String participation,
        String batch,
        String action,
        @Nullable String programme,
        @Nullable String industry,

        @Schema(description = "Versions of the dated lists by which the codes were checked.")
        String lists,

        Stage stage,
        @Schema(description = "What was set aside for it.") Money funded,
        @Schema(description = "How much of it is done.") int percent,

        @Schema(description = "What may be paid in all by its progress.")
        Money payable,

        @Nullable String builder,
        Instant createdAt,
        List<StepView> steps) {

    /** A step that was taken. */
    @Schema(name = "ProjectStepTaken")
    record StepView(
            Step step,
            String takenBy,
            String name,
            String role,
            String remark,
            String document,
            @Nullable Integer percent,
            Instant takenAt) {

        static StepView of(StepTaken taken) {
            return new StepView(
                    taken.step(),
                    taken.takenBy(),
                    taken.name(),
                    taken.role(),
                    taken.remark(),
                    taken.document(),
                    taken.percent(),
                    taken.takenAt());
        }
    }

    static ProjectView of(Project project) {
        var proposal = project.proposal();
        return new ProjectView(
                project.id(),
                Long.toString(project.division()),
                project.year(),
                project.name(),
                proposal.projectClass(),
                proposal.nature(),
                proposal.place(),
                proposal.plannedFrom(),
                proposal.plannedTo(),
                proposal.responsibleUnit(),
                proposal.task(),
                project.amount(),
                proposal.sourceKind(),
                proposal.performanceTarget(),
                proposal.benefitLink(),
                proposal.participation(),
                proposal.batch(),
                proposal.action(),
                proposal.programme(),
                proposal.industry(),
                project.lists(),
                project.stage(),
                project.funded(),
                project.percent(),
                project.payable(),
                project.builder(),
                project.createdAt(),
                project.steps().stream().map(StepView::of).toList());
    }
}
