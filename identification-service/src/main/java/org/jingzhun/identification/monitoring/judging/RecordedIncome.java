package org.jingzhun.identification.monitoring.judging;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An income as it is on record.
 *
 * @param from first day of its period
 * @param to last day of its period
 * @param netFen net income of the whole household in the whole period, in fen; below 0 when costs are higher
 */
public record RecordedIncome(UUID id, LocalDate from, LocalDate to, long netFen) {

    public RecordedIncome {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "income %s must not end (%s) before it begins (%s)".formatted(id, to, from));
        }
    }
}
