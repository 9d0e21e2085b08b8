package org.jingzhun.funding.asset;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.asset.share.Dividends;
import org.jingzhun.funding.asset.share.Period;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A distribution of an asset's income (收益分配方案).
 *
 * @param profit of the operator in the period, below zero for a loss
 * @param terms of the contract as they were when it was planned
 * @param noticeDays how long it must be announced, by the rule {@code noticeRule}
 * @param noticedOn day on which it was announced
 * @param entryId journal entry of what the operator paid in
 * @param paidEntryId journal entry of what the collectives got
 */
public record DividendPlan(
        UUID id,
        UUID assetId,
        long division,
        Period period,
        Money profit,
        Dividends.Terms terms,
        Money floor,
        Money dividend,
        String documentNumber,
        DividendStage stage,
        int noticeDays,
        String noticeRule,
        @Nullable LocalDate noticedOn,
        @Nullable UUID entryId,
        @Nullable UUID paidEntryId,
        @Nullable LocalDate paidOn,
        long revision) {

    private static final long COUNTY = 1_000_000;

    public Money amount() {
        return floor.plus(dividend);
    }

    public int year() {
        return period.from().getYear();
    }

    long county() {
        return division / COUNTY * COUNTY;
    }

    /** This, moved on. */
    DividendPlan at(DividendStage newStage, LocalDate today) {
        return new DividendPlan(
                id,
                assetId,
                division,
                period,
                profit,
                terms,
                floor,
                dividend,
                documentNumber,
                newStage,
                noticeDays,
                noticeRule,
                newStage == DividendStage.NOTICED ? today : noticedOn,
                entryId,
                paidEntryId,
                newStage == DividendStage.PAID ? today : paidOn,
                revision);
    }

    /** This, with the entry that booked its stage. */
    DividendPlan bookedBy(UUID entry) {
        boolean paid = stage == DividendStage.PAYING;
        return new DividendPlan(
                id,
                assetId,
                division,
                period,
                profit,
                terms,
                floor,
                dividend,
                documentNumber,
                stage,
                noticeDays,
                noticeRule,
                noticedOn,
                paid ? entryId : entry,
                paid ? entry : paidEntryId,
                paidOn,
                revision);
    }
}
