package org.jingzhun.pairing.inspection.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Remark;
import org.jingzhun.pairing.inspection.Inspecting;
import org.jingzhun.pairing.inspection.Inspection;
import org.jingzhun.pairing.inspection.InspectionState;
import org.jspecify.annotations.Nullable;

/** An inspection as seen from outside. */
@Schema(name = "Inspection")
public record InspectionView(
        UUID id,
        UUID roundId,
        int team,
        LocalDate inspectedOn,
        String villageCode,
        InspectionState state,
        @Nullable String report,
        long revision) {

    static InspectionView of(Inspection inspection) {
        return new InspectionView(
                inspection.id(),
                inspection.roundId(),
                inspection.team(),
                inspection.inspectedOn(),
                Long.toString(inspection.villageCode()),
                inspection.state(),
                inspection.report(),
                inspection.revision());
    }

    /** What a team found, in a report. */
    @Schema(name = "InspectionFinding")
    public record FindingBody(
            @Schema(description = "Worth the red list; else a problem is raised.")
            boolean good,

            @NotBlank @Size(max = 200) String title,

            @Size(max = 2000) @Schema(description = "What was seen; never a name or an id number.") @Nullable
            String details,

            @Nullable UUID householdId,

            @Schema(description = "The problem that was raised; answers only.") @Nullable
            UUID problemId) {

        static FindingBody of(Inspection.Finding found) {
            return new FindingBody(
                    found.good(), found.title(), found.details(), found.householdId(), found.problemId());
        }

        Inspection.Finding finding() {
            return new Inspection.Finding(good, title.strip(), Remark.of(details), householdId, null);
        }
    }

    /** An inspection with what it found and its steps. */
    @Schema(name = "ReportedInspection")
    public record ReportedView(InspectionView inspection, List<FindingBody> findings, List<SignatureView> steps) {

        static ReportedView of(Inspecting.Reported reported) {
            return new ReportedView(
                    InspectionView.of(reported.inspection()),
                    reported.findings().stream().map(FindingBody::of).toList(),
                    reported.steps().stream().map(SignatureView::of).toList());
        }
    }

    /** A round with its inspections and its proof. */
    @Schema(name = "InspectionRound")
    public record RoundView(
            UUID id,
            String division,
            LocalDate monday,
            int teams,
            int villagesPerDay,

            @Schema(description = "Of the draw: the number of a village is SHA-256(seed:code), the smallest are drawn.")
            String seed,

            @Schema(description = "Villages that could have been drawn.")
            int frame,

            String ruleVersion,

            @Schema(description = "Whether seed and frame give the same inspections again.")
            boolean redrawn,

            List<InspectionView> inspections) {

        static RoundView of(Inspecting.Drawn drawn) {
            var round = drawn.round();
            return new RoundView(
                    round.id(),
                    Divisions.text(round.division()),
                    round.monday(),
                    round.teams(),
                    round.villagesPerDay(),
                    round.seed(),
                    round.frame().size(),
                    round.ruleVersion(),
                    drawn.redrawn(),
                    drawn.inspections().stream().map(InspectionView::of).toList());
        }
    }
}
