package org.jingzhun.identification.statistics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a bureau or a document says of the poor of a division in a year.
 *
 * @param division 12 digits
 * @param asOf the day for which it says so; null when it does not say
 * @param households null when it does not say
 * @param persons null when it does not say
 * @param incidencePercent null when it does not say
 * @param denominatorPersons of which the incidence is a part; null when it does not say
 * @param denominator the same in words
 */
public record OfficialFigure(
        UUID id,
        String division,
        int year,
        @Nullable LocalDate asOf,
        @Nullable Long households,
        @Nullable Long persons,
        @Nullable BigDecimal incidencePercent,
        @Nullable Long denominatorPersons,
        String denominator,
        String issuer,
        String source,
        Mark mark,
        @Nullable String note,
        String recordedBy,
        Instant recordedAt,
        long revision) {

    /** How far the source carries the figure. */
    @Schema(name = "FigureMark")
    public enum Mark {
        /** Stands in the source. */
        SOURCED,
        /** Reckoned from what stands there. */
        DERIVED,
        /** Nobody has named a document. */
        UNSOURCED
    }

    public OfficialFigure {
        if (households == null && persons == null && incidencePercent == null) {
            throw new IllegalArgumentException("an official figure must say households, persons or incidence");
        }
    }
}
