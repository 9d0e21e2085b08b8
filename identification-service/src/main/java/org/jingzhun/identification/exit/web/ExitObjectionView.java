package org.jingzhun.identification.exit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.campaign.Objection.State;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.exit.ExitObjection;
import org.jingzhun.identification.exit.Subject;
import org.jspecify.annotations.Nullable;

/** An objection to an exit as it is shown. */
@Schema(name = "ExitObjection")
public record ExitObjectionView(
        UUID id,
        UUID exitId,
        Subject subject,

        @Schema(description = "The village of the household, the village, or the county; 12 digits.")
        String division,

        String raisedBy,
        LocalDate raisedOn,
        String text,
        State state,
        @Nullable String finding,
        List<String> investigators,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt) {

    static ExitObjectionView of(ExitObjection objection) {
        return new ExitObjectionView(
                objection.id(),
                objection.exitId(),
                objection.subject(),
                DivisionCode.text(objection.placeCode()),
                objection.raisedBy(),
                objection.raisedOn(),
                objection.text(),
                objection.state(),
                objection.finding(),
                objection.investigators(),
                objection.resolvedName(),
                objection.resolvedAt());
    }
}
