package org.jingzhun.identification.campaign.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.campaign.Objection;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.objection.ObjectionState;
import org.jspecify.annotations.Nullable;

/** An objection as it is shown. */
@Schema(name = "Objection")
public record ObjectionView(
        UUID id,
        UUID roundId,
        String villageCode,
        @Nullable UUID householdId,
        String raisedBy,
        LocalDate raisedOn,
        String text,
        ObjectionState state,
        @Nullable String finding,
        @Nullable List<String> investigators,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt) {

    static ObjectionView of(Objection objection) {
        return new ObjectionView(
                objection.id(),
                objection.roundId(),
                DivisionCode.text(objection.villageCode()),
                objection.householdId(),
                objection.raisedBy(),
                objection.raisedOn(),
                objection.text(),
                objection.state(),
                objection.finding(),
                objection.investigators(),
                objection.resolvedBy(),
                objection.resolvedAt());
    }
}
