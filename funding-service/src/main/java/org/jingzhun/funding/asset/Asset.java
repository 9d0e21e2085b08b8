package org.jingzhun.funding.asset;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An asset built by fund money (扶贫资产) as it stands.
 *
 * @param shared what is held as shares today
 * @param valuedOn day of the latest valuation, null before the first
 * @param valuationDueOn when the next is due, null where no rule says it
 * @param floorRule version of the least floor that the contract was held against
 */
public record Asset(
        UUID id,
        AssetData data,
        Money shared,
        @Nullable LocalDate valuedOn,
        @Nullable LocalDate valuationDueOn,
        String floorRule,
        long revision) {}
