package org.jingzhun.funding.moneytrail;

import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/**
 * A document that handed money of a source down to the county from which a household was paid.
 *
 * @param amount of the whole document
 * @param entryId journal entry that booked it
 */
public record Origin(UUID sourceId, int year, String documentNumber, Money amount, UUID entryId) {}
