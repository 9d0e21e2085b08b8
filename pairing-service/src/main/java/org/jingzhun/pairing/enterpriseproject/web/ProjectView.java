package org.jingzhun.pairing.enterpriseproject.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.pairing.access.Yuan;
import org.jingzhun.pairing.enterpriseproject.ProgressState;
import org.jingzhun.pairing.enterpriseproject.Project;
import org.jingzhun.pairing.enterpriseproject.ProjectCounts;
import org.jingzhun.pairing.enterpriseproject.ProjectKind;
import org.jingzhun.pairing.enterpriseproject.ProjectState;
import org.jingzhun.pairing.enterpriseproject.Projects;
import org.jspecify.annotations.Nullable;

/** An enterprise's project as seen from outside. */
@Schema(name = "EnterpriseProject")
public record ProjectView(
        UUID id,
        UUID enterpriseId,

        @Schema(description = "By which the enterprise helps the village.")
        UUID linkId,

        String villageCode,
        ProjectKind kind,
        String title,

        @Schema(description = "Planned investment, in yuan.")
        String planned,

        int plannedJobs,
        int plannedHouseholds,
        LocalDate firstOn,
        LocalDate lastOn,
        ProjectState state,
        @Nullable LocalDate closedOn,

        @Schema(description = "Invested by accepted reports, in yuan.")
        String invested,

        @Schema(description = "Jobs of the last accepted report.")
        int jobs,

        @Schema(description = "Households that have benefited by accepted reports, each once.")
        int households,

        @Schema(description = "Whether investment, jobs and households are all as planned, or more.")
        boolean reached,

        long revision) {

    static ProjectView of(Project project) {
        return new ProjectView(
                project.id(),
                project.enterpriseId(),
                project.linkId(),
                Long.toString(project.villageCode()),
                project.kind(),
                project.title(),
                Yuan.of(project.plan().fen()),
                project.plan().jobs(),
                project.plan().households(),
                project.firstOn(),
                project.lastOn(),
                project.state(),
                project.closedOn(),
                Yuan.of(project.effect().fen()),
                project.effect().jobs(),
                project.effect().households(),
                project.isReached(),
                project.revision());
    }

    /** A yearly report. */
    @Schema(name = "EnterpriseProgress")
    public record ProgressView(
            UUID id,
            int year,
            @Schema(description = "In this year, in yuan.") String invested,
            @Schema(description = "At the end of the year.") int jobs,

            @Schema(description = "Households of the register that benefited in the year.")
            List<UUID> households,

            @Schema(description = "Documents that show it.") List<String> evidence,
            String remark,
            ProgressState state,
            long revision,
            List<SignatureView> steps) {

        static ProgressView of(Projects.Reported reported) {
            var facts = reported.progress().facts();
            return new ProgressView(
                    reported.progress().id(),
                    facts.year(),
                    Yuan.of(facts.fen()),
                    facts.jobs(),
                    facts.households().stream().sorted().toList(),
                    facts.evidence(),
                    facts.remark(),
                    reported.progress().state(),
                    reported.progress().revision(),
                    reported.steps().stream().map(SignatureView::of).toList());
        }
    }

    /** A project with its steps and its reports. */
    @Schema(name = "HandledEnterpriseProject")
    public record HandledView(
            ProjectView project,
            List<SignatureView> steps,
            @Schema(description = "By year.") List<ProgressView> progress) {

        static HandledView of(Projects.Handled handled) {
            return new HandledView(
                    ProjectView.of(handled.project()),
                    handled.steps().stream().map(SignatureView::of).toList(),
                    handled.progress().stream().map(ProgressView::of).toList());
        }
    }

    /** Projects in figures. */
    @Schema(name = "EnterpriseProjectCounts")
    public record CountsView(
            @Schema(description = "Each once.") int enterprises,
            @Schema(description = "Each once.") int villages,
            int projects,

            @Schema(description = "Planned investment of all, in yuan.")
            String planned,

            @Schema(description = "Invested by accepted reports, in yuan.")
            String invested,

            @Schema(description = "Jobs of each project's last accepted report.")
            long jobs,

            @Schema(description = "Households that have benefited, each once.")
            int households,

            @Schema(description = "Persons of these households, as the register has them.")
            long persons) {

        static CountsView of(ProjectCounts counts) {
            return new CountsView(
                    counts.enterprises(),
                    counts.villages(),
                    counts.projects(),
                    Yuan.of(counts.plannedFen()),
                    Yuan.of(counts.investedFen()),
                    counts.jobs(),
                    counts.households(),
                    counts.persons());
        }
    }
}
