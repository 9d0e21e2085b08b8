package org.jingzhun.funding.source;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a county's yearly budget (年度预算): money of one source, handed down by one document. It never changes; a
 * wrong one is undone by the reversal of its journal entry and recorded anew.
 *
 * @param county division code of 12 digits
 * @param documentNumber of the document that hands the money down (下达文号)
 * @param entryId the journal entry that booked it
 * @param planId the allocation plan of a city or region by which the money was divided; its entry is in that division's books
 * @param reversed whether that entry has been reversed
 */
public record Budget(
        UUID id,
        long county,
        int year,
        UUID sourceId,
        Money amount,
        String documentNumber,
        LocalDate issuedOn,
        UUID entryId,
        @Nullable UUID planId,
        boolean reversed) {}
