package org.jingzhun.identification.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.scorecard.scoring.Direction;

/**
 * The lists of villages became valid.
 *
 * @param year of the register
 * @param villageCodes whose lists
 * @param lineScore the last score within the line
 * @param direction which side of the line is the poor one
 * @param lineVersion of the campaign's line
 * @param documentNumber of the announcement
 * @param on the day of it
 */
public record Announced(
        UUID campaignId,
        int year,
        List<Long> villageCodes,
        int lineScore,
        Direction direction,
        int lineVersion,
        String documentNumber,
        LocalDate on) {

    public Announced {
        villageCodes = List.copyOf(villageCodes);
    }
}
