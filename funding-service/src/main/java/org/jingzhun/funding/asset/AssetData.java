package org.jingzhun.funding.asset;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.asset.share.Dividends;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an asset and of the contract with its operator.
 *
 * @param division where it lies: a county, township or village of 12 digits
 * @param purpose its use (用途), which must not change
 * @param sourceId the source of the money that built it, with the budget year
 * @param value what the fund money put in, which is divided into shares
 * @param operatorCode unified social credit code (GB 32100)
 * @param leavesOnExit whether a household gives its shares back when it leaves poverty
 */
public record AssetData(
        long division,
        String name,
        AssetKind kind,
        String purpose,
        @Nullable UUID projectId,
        UUID sourceId,
        int year,
        Money value,
        String operatorName,
        String operatorCode,
        LocalDate startsOn,
        LocalDate endsOn,
        Dividends.Terms terms,
        boolean leavesOnExit,
        String documentNumber) {

    private static final long COUNTY = 1_000_000;

    public AssetData {
        value.requirePositive("Value of an asset");
    }

    public long county() {
        return division / COUNTY * COUNTY;
    }

    /** Whether everything that must not change with shares is the same. */
    boolean sameSubstanceAs(AssetData other) {
        return division == other.division
                && kind == other.kind
                && purpose.equals(other.purpose)
                && sourceId.equals(other.sourceId)
                && year == other.year
                && value.equals(other.value);
    }
}
