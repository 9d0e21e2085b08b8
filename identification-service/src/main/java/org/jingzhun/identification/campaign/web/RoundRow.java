package org.jingzhun.identification.campaign.web;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.campaign.Round;
import org.jingzhun.identification.campaign.Stage;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** A round in a list. */
@Schema(name = "RoundRow")
public record RoundRow(
        UUID id,
        UUID campaignId,
        String villageCode,
        Stage stage,
        @Nullable LocalDate noticeSince,
        @Nullable String documentNumber,
        long revision) {

    static RoundRow of(Round round) {
        return new RoundRow(
                round.id(),
                round.campaignId(),
                DivisionCode.text(round.villageCode()),
                round.stage(),
                round.noticeSince(),
                round.documentNumber(),
                round.revision());
    }
}
