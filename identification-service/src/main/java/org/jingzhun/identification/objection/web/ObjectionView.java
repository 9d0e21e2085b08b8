package org.jingzhun.identification.objection.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.objection.Objected;
import org.jingzhun.identification.objection.Objection;
import org.jingzhun.identification.objection.ObjectionState;
import org.jspecify.annotations.Nullable;

/** An objection to a case as it is shown. */
@Schema(name = "CaseObjection")
public record ObjectionView(
        UUID id,
        Objected about,

        @Schema(description = "The exit, or the case of monitoring.")
        UUID caseId,

        @Schema(enumeration = {"HOUSEHOLD", "VILLAGE", "COUNTY"})
        String subject,

        @Schema(description = "The village of the household, the village, or the county; 12 digits.")
        String division,

        String raisedBy,
        LocalDate raisedOn,
        String text,
        ObjectionState state,
        @Nullable String finding,
        List<String> investigators,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt) {

    /** A slice of objections. */
    @Schema(name = "CaseObjectionSlice")
    public record ObjectionSlice(
            List<ObjectionView> items,
            @Schema(nullable = true) @Nullable String next) {}

    public static ObjectionView of(Objection objection) {
        return new ObjectionView(
                objection.id(),
                objection.about(),
                objection.caseId(),
                objection.subject(),
                DivisionCode.text(objection.place()),
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
