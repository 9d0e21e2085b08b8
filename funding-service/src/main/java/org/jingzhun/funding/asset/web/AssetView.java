package org.jingzhun.funding.asset.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.asset.Asset;
import org.jingzhun.funding.asset.AssetKind;
import org.jingzhun.funding.asset.share.DayCount;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** An asset as seen from outside. */
@Schema(name = "Asset")
record AssetView(
        UUID id,
        String division,
        String name,
        AssetKind kind,
        String purpose,
        @Nullable UUID project,
        UUID source,
        int year,
        Money value,

        @Schema(description = "What is held as shares today.")
        Money shared,

        String operatorName,
        String operatorCode,
        LocalDate startsOn,
        LocalDate endsOn,
        String floorRate,
        String profitShare,
        DayCount dayCount,
        boolean leavesOnExit,
        String documentNumber,

        @Schema(description = "Version of the least floor that the contract was held against.")
        String floorRule,

        @Schema(description = "Day of the latest valuation; absent before the first.") @Nullable
        LocalDate valuedOn,

        @Schema(description = "Day by which the next is due.") @Nullable
        LocalDate valuationDueOn,

        long revision) {

    /** A slice of assets. */
    @Schema(name = "AssetSlice")
    record AssetSlice(
            List<AssetView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    static AssetView of(Asset asset) {
        var data = asset.data();
        return new AssetView(
                asset.id(),
                Long.toString(data.division()),
                data.name(),
                data.kind(),
                data.purpose(),
                data.projectId(),
                data.sourceId(),
                data.year(),
                data.value(),
                asset.shared(),
                data.operatorName(),
                data.operatorCode(),
                data.startsOn(),
                data.endsOn(),
                Rates.text(data.terms().floorRate()),
                Rates.text(data.terms().profitShare()),
                data.terms().dayCount(),
                data.leavesOnExit(),
                data.documentNumber(),
                asset.floorRule(),
                asset.valuedOn(),
                asset.valuationDueOn(),
                asset.revision());
    }
}
