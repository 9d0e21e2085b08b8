package org.jingzhun.identification.statistics.web;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.statistics.Question;
import org.jspecify.annotations.Nullable;

/** What the numbers of the register beside it rest on. */
@Schema(name = "StatisticsBasis")
public record Basis(
        String division,
        int year,
        @Nullable Level by,

        @Schema(description = "The day of the stocks: the end of the year, or today while it lasts.")
        LocalDate asOf,

        @Schema(description = "Where the numbers come from.")
        String source,

        @Schema(description = "Of what shares are a part.") String denominator) {

    static Basis of(Question question, String source, String denominator) {
        return new Basis(
                DivisionCode.text(question.division().from()),
                question.year(),
                question.by(),
                question.asOf(),
                source,
                denominator);
    }
}
