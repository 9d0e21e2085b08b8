package org.jingzhun.pairing.problem.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Level;
import org.jingzhun.pairing.problem.Problem;
import org.jingzhun.pairing.problem.ProblemState;
import org.jingzhun.pairing.problem.Solving;
import org.jspecify.annotations.Nullable;

/** A problem as seen from outside. */
@Schema(name = "ReportedProblem")
public record ProblemView(
        UUID id,
        String division,
        @Nullable UUID householdId,
        String title,
        String details,
        Problem.Source source,

        @Schema(description = "The inspection that found it.") @Nullable
        UUID sourceId,

        @Schema(description = "Whose leading group has it on its table: COUNTY, CITY or REGION.")
        Level level,

        ProblemState state,

        @Schema(description = "Version of the policy problem-days that set the deadline.")
        String ruleVersion,

        LocalDate raisedOn,

        @Schema(description = "Last day of this level's week.")
        LocalDate deadline,

        @Schema(description = "How often it went up.") int escalations,

        @Nullable LocalDate endedOn,
        long revision) {

    static ProblemView of(Problem problem) {
        return new ProblemView(
                problem.id(),
                Divisions.text(problem.division()),
                problem.householdId(),
                problem.title(),
                problem.details(),
                problem.source(),
                problem.sourceId(),
                problem.level(),
                problem.state(),
                problem.ruleVersion(),
                problem.raisedOn(),
                problem.deadline(),
                problem.escalations(),
                problem.endedOn(),
                problem.revision());
    }

    /** A problem with its steps. */
    @Schema(name = "HandledProblem")
    public record HandledView(ProblemView problem, List<SignatureView> steps) {

        static HandledView of(Solving.Handled handled) {
            return new HandledView(
                    ProblemView.of(handled.problem()),
                    handled.steps().stream().map(SignatureView::of).toList());
        }
    }
}
