package org.jingzhun.funding.asset;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/** What an appraiser found an asset worth (资产评估). */
public record Valuation(
        UUID id, UUID assetId, LocalDate valuedOn, Money value, String appraiser, String documentNumber) {}
