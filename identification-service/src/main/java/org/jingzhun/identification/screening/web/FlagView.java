package org.jingzhun.identification.screening.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.screening.Flag;
import org.jingzhun.identification.screening.FlagSource;
import org.jingzhun.identification.screening.FlagState;
import org.jingzhun.identification.screening.Ground;
import org.jspecify.annotations.Nullable;

/** A flag as it is shown. */
@Schema(name = "Flag")
public record FlagView(
        UUID id,

        @Schema(description = "Absent for a flag of somebody on the register.") @Nullable
        UUID campaignId,

        UUID householdId,
        String villageCode,

        @Schema(description = "Absent when the fact is about the household as a whole.") @Nullable
        UUID memberId,

        FlagSource source,
        String fact,

        @Schema(description = "Since when it is so.") LocalDate effectiveOn,

        @Schema(description = "Yuan, for example 35000.00.") @Nullable
        String value,

        @Schema(description = "Code of the veto that it would be.")
        String veto,

        String vetoList,

        @Schema(description = "Code of the list's exception by which it is no veto: seen by the matching, or stated.")
        @Nullable
        String exception,

        FlagState state,

        @Schema(description = "Why it was dismissed.") @Nullable
        Ground ground,

        @Nullable String reason,
        @Nullable String evidence,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,

        @Schema(description = "The screening that raised it; absent for what somebody saw.") @Nullable
        UUID screeningId,

        @Schema(description = "The delivery that told it.") @Nullable
        UUID datasetId,

        @Schema(description = "With which the fact was compared when the register was checked.") @Nullable
        LocalDate registeredOn,

        @Schema(description = "Who saw it; absent for a match.") @Nullable
        String raisedBy,

        @Nullable String raisedName,
        @Nullable Instant raisedAt,

        @Schema(description = "What was shown by who saw it.") @Nullable
        String raisedEvidence,

        long revision) {

    private static final int DECIMALS = 2;

    static FlagView of(Flag flag) {
        Long fen = flag.valueFen();
        return new FlagView(
                flag.id(),
                flag.campaignId(),
                flag.householdId(),
                DivisionCode.text(flag.villageCode()),
                flag.memberId(),
                flag.source(),
                flag.fact(),
                flag.effectiveOn(),
                fen == null ? null : BigDecimal.valueOf(fen, DECIMALS).toPlainString(),
                flag.veto(),
                flag.vetoList(),
                flag.exception(),
                flag.state(),
                flag.ground(),
                flag.reason(),
                flag.evidence(),
                flag.resolvedBy(),
                flag.resolvedAt(),
                flag.screeningId(),
                flag.datasetId(),
                flag.registeredOn(),
                flag.raisedBy(),
                flag.raisedName(),
                flag.raisedAt(),
                flag.raisedEvidence(),
                flag.revision());
    }
}
