package org.jingzhun.funding.alert.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.funding.alert.Alert;
import org.jingzhun.funding.alert.AlertKind;
import org.jingzhun.funding.alert.AlertState;
import org.jingzhun.funding.alert.Handling;
import org.jspecify.annotations.Nullable;

/** An alert as seen from outside. */
@Schema(name = "Alert")
public record AlertView(
        UUID id,
        AlertKind kind,
        String county,
        String division,

        @Schema(description = "Version of the rule that raised it.")
        String ruleVersion,

        @Schema(description = "Figures as name=value; never a name of a person.")
        List<String> facts,

        @Schema(description = "Ids of what the figures are about, a hundred at most.")
        List<UUID> ids,

        AlertState state,

        @Schema(description = "Office that has to act.") String ownerRole,

        @Schema(description = "Person that has to explain it.") @Nullable
        String owner,

        LocalDate raisedOn,

        @Schema(description = "When the figures last changed.")
        LocalDate changedOn,

        LocalDate deadline,
        @Nullable LocalDate endedOn,
        long revision) {

    static AlertView of(Alert alert) {
        return new AlertView(
                alert.id(),
                alert.kind(),
                Long.toString(alert.county()),
                Long.toString(alert.division()),
                alert.ruleVersion(),
                alert.facts(),
                alert.ids(),
                alert.state(),
                alert.ownerRole(),
                alert.owner(),
                alert.raisedOn(),
                alert.changedOn(),
                alert.deadline(),
                alert.endedOn(),
                alert.revision());
    }

    /** An alert with its steps. */
    @Schema(name = "HandledAlert")
    public record HandledView(AlertView alert, List<SignatureView> steps) {

        static HandledView of(Handling.Handled handled) {
            return new HandledView(
                    AlertView.of(handled.alert()),
                    handled.steps().stream().map(SignatureView::of).toList());
        }
    }
}
