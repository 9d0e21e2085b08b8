package org.jingzhun.identification.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.identification.scorecard.scoring.Direction;

/**
 * The list of a village became valid.
 *
 * @param year of the register
 * @param villageCode whose list
 * @param lineScore the last score within the line
 * @param direction which side of the line is the poor one
 * @param lineVersion of the campaign's line
 * @param documentNumber of the announcement
 * @param on the day of it
 */
public record Announced(
        UUID campaignId,
        int year,
        long villageCode,
        int lineScore,
        Direction direction,
        int lineVersion,
        String documentNumber,
        LocalDate on) {}
