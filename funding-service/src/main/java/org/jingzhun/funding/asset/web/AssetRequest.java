package org.jingzhun.funding.asset.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.asset.AssetData;
import org.jingzhun.funding.asset.AssetKind;
import org.jingzhun.funding.asset.share.DayCount;
import org.jingzhun.funding.asset.share.Dividends;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jspecify.annotations.Nullable;

/** What a client says of an asset and the contract with its operator. */
@Schema(name = "AssetRequest")
record AssetRequest(
        @NotNull
        @Pattern(regexp = "[1-9]\\d{11}")
        @Schema(description = "Where it lies: county, township or village.", examples = "451031100201")
        String division,

        @NotBlank @Size(max = 200) String name,
        @NotNull AssetKind kind,

        @NotBlank @Size(max = 500) @Schema(description = "Its use (用途), which must not change.")
        String purpose,

        @Schema(description = "The project that built it.") @Nullable
        UUID project,

        @NotNull @Schema(description = "Source of the money that built it.")
        UUID source,

        @Min(1986) @Max(2100) @Schema(description = "Budget year of that money.")
        int year,

        @NotNull @PositiveMoney @Schema(description = "What the fund money put in: this is divided into shares.")
        Money value,

        @NotBlank @Size(max = 200) String operatorName,

        @NotNull
        @Pattern(regexp = "[0-9A-HJ-NPQRTUWXY]{18}")
        @Schema(description = "Unified social credit code of the operator.", examples = "93451031MA5K00002F")
        String operatorCode,

        @NotNull @Schema(description = "First day of the contract.")
        LocalDate startsOn,

        @NotNull @Schema(description = "Last day of the contract.")
        LocalDate endsOn,

        @NotNull
        @Pattern(regexp = Rates.FORM)
        @Schema(description = "Guaranteed yearly return as a fraction of the value.", examples = "0.05")
        String floorRate,

        @NotNull
        @Pattern(regexp = Rates.FORM)
        @Schema(description = "Fraction of the operator's profit that belongs to the shares.", examples = "0.29")
        String profitShare,

        @Schema(description = "ACTUAL if absent.") @Nullable DayCount dayCount,

        @Schema(description = "Whether a household gives its shares back when it leaves poverty.")
        boolean leavesOnExit,

        @NotBlank @Size(max = 100) @Schema(description = "Contract or document behind it.")
        String documentNumber) {

    AssetData data() {
        return new AssetData(
                Long.parseLong(division),
                name.strip(),
                kind,
                purpose.strip(),
                project,
                source,
                year,
                value,
                operatorName.strip(),
                operatorCode,
                startsOn,
                endsOn,
                new Dividends.Terms(
                        Rates.parse(floorRate),
                        Rates.parse(profitShare),
                        Objects.requireNonNullElse(dayCount, DayCount.ACTUAL)),
                leavesOnExit,
                documentNumber.strip());
    }
}
