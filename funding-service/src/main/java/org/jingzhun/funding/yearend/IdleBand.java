package org.jingzhun.funding.yearend;

import java.time.LocalDate;
import org.jingzhun.funding.codelist.Dated;
import org.jspecify.annotations.Nullable;

/**
 * A class of idle money by its age (存量资金年限).
 *
 * @param code of the list {@code idle-band}
 * @param fromYears ends of years that the money has seen at least
 * @param reclaimed whether it is taken back
 * @param source the document that set it, with the mark of its evidence in brackets
 */
public record IdleBand(
        String code,
        int fromYears,
        boolean reclaimed,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source) implements Dated {}
