package org.jingzhun.identification.adjustment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.adjustment.Correction;
import org.jingzhun.identification.adjustment.Finding;
import org.jingzhun.identification.adjustment.Link;
import org.jingzhun.identification.adjustment.SampledHousehold;
import org.jingzhun.identification.adjustment.Standing;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** A sampled household as it is shown. */
@Schema(name = "SampledHousehold")
public record SampledHouseholdView(
        UUID householdId,
        String villageCode,
        String stratum,

        @Schema(description = "Within the stratum, in the order of the draw.")
        int position,

        @Schema(description = "As it was when it was drawn, as are householder, persons and standing.")
        String hamlet,

        String householder,
        int persons,
        Standing standing,
        @Nullable Finding finding,
        @Nullable String facts,
        List<String> evidence,
        List<String> checkers,
        @Nullable LocalDate checkedOn,
        @Nullable String recordedName,
        @Nullable Instant recordedAt,
        @Nullable Link link,
        @Nullable UUID linkedId,

        @Schema(description = "Why the finding does not stand.") @Nullable
        String refutation,

        @Schema(
                description =
                        "Read from what is linked; who sees only the sample sees UNDER_WAY until the check is closed.")
        Correction correction,

        long revision) {

    static SampledHouseholdView of(SampledHousehold sampled) {
        return new SampledHouseholdView(
                sampled.householdId(),
                DivisionCode.text(sampled.villageCode()),
                sampled.stratum(),
                sampled.position(),
                sampled.hamlet(),
                sampled.householder(),
                sampled.persons(),
                sampled.standing(),
                sampled.finding(),
                sampled.facts(),
                sampled.evidence(),
                sampled.checkers(),
                sampled.checkedOn(),
                sampled.recordedName(),
                sampled.recordedAt(),
                sampled.link(),
                sampled.linkedId(),
                sampled.refuted(),
                sampled.correction(),
                sampled.revision());
    }
}
