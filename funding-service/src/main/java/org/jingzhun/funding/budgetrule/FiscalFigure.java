package org.jingzhun.funding.budgetrule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a county's treasury (财政数据). It never changes; of several the one with the latest date holds.
 *
 * @param county division code of 12 digits
 * @param fund name of the factor-based fund, empty for other items
 * @param separate what of the fund has a line of its own for poverty work; null if there is none
 * @param documentNumber where the figure stands
 */
public record FiscalFigure(
        UUID id,
        long county,
        int year,
        FiscalItem item,
        String fund,
        Money amount,
        @Nullable Money separate,
        String documentNumber,
        LocalDate asOf,
        String recordedBy,
        Instant recordedAt) {

    /** The document and the day, for people. */
    String origin() {
        return documentNumber + ", " + asOf;
    }
}
