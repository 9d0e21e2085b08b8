package org.jingzhun.identification.screening.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.screening.Flag;
import org.jingzhun.identification.screening.FlagException;
import org.jingzhun.identification.screening.FlagSource;
import org.jingzhun.identification.screening.FlagState;
import org.jspecify.annotations.Nullable;

/** A flag as it is shown. */
@Schema(name = "Flag")
public record FlagView(
        UUID id,
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

        @Schema(description = "Why it cannot be a veto; absent when it can.") @Nullable
        FlagException exception,

        FlagState state,
        @Nullable String reason,
        @Nullable String evidence,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,

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
                flag.reason(),
                flag.evidence(),
                flag.resolvedBy(),
                flag.resolvedAt(),
                flag.raisedBy(),
                flag.raisedName(),
                flag.raisedAt(),
                flag.raisedEvidence(),
                flag.revision());
    }
}
