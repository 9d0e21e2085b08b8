package org.jingzhun.funding.budgetrule.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.budgetrule.FiscalFigure;
import org.jingzhun.funding.budgetrule.FiscalItem;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** A figure of the treasury as seen from outside. */
@Schema(name = "FiscalFigure")
public record FiscalFigureView(
        UUID id,
        String county,
        int year,
        FiscalItem item,

        @Schema(description = "Name of the factor-based fund; empty for other items.")
        String fund,

        Money amount,

        @Schema(description = "What of the fund has a line of its own for poverty work.") @Nullable
        Money separate,

        String documentNumber,
        LocalDate asOf,
        Instant recordedAt) {

    static FiscalFigureView of(FiscalFigure figure) {
        return new FiscalFigureView(
                figure.id(),
                Long.toString(figure.county()),
                figure.year(),
                figure.item(),
                figure.fund(),
                figure.amount(),
                figure.separate(),
                figure.documentNumber(),
                figure.asOf(),
                figure.recordedAt());
    }
}
