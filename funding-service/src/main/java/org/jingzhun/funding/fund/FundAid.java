package org.jingzhun.funding.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.fund.rule.AidForm;
import org.jingzhun.funding.fund.rule.OtherAid;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A grant or loan out of a fund (基金补助、借款), from the application on.
 *
 * @param division of the fund
 * @param householdId null where the village itself receives it
 * @param year for which it counts against the cap
 * @param feeRate usage fee a year in ten-thousandths, fixed at the application
 * @param guarantors members who vouch
 * @param ruleVersion what the application was held against
 * @param aboveCap whether the county approves it above the cap
 * @param repaid principal that came back
 */
public record FundAid(
        UUID id,
        UUID fundId,
        long division,
        AidForm form,
        String purpose,
        long village,
        @Nullable UUID householdId,
        @Nullable UUID personId,
        Money amount,
        Money cost,
        int year,
        LocalDate appliedOn,
        int months,
        int feeRate,
        List<String> evidence,
        List<OtherAid> otherAid,
        List<UUID> guarantors,
        String ruleVersion,
        boolean aboveCap,
        AidStage stage,
        @Nullable LocalDate paidOn,
        @Nullable LocalDate dueOn,
        Money repaid,
        long revision) {

    public FundAid {
        evidence = List.copyOf(evidence);
        otherAid = List.copyOf(otherAid);
        guarantors = List.copyOf(guarantors);
    }

    /** What is still to come back; nothing of a grant, nor of a loan that is not in use. */
    public Money owed() {
        return form == AidForm.LOAN && stage == AidStage.PAID ? amount.minus(repaid) : Money.ZERO;
    }

    public boolean overdueOn(LocalDate day) {
        var due = dueOn;
        return owed().isPositive() && due != null && day.isAfter(due);
    }
}
