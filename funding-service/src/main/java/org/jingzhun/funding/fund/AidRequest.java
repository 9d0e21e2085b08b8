package org.jingzhun.funding.fund;

import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.fund.rule.AidForm;
import org.jingzhun.funding.fund.rule.OtherAid;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a fund.
 *
 * @param village that receives it itself, where there is no household
 * @param cost what the need costs in all, 0 where it has no bill
 * @param months term of a loan, 0 for a grant
 */
public record AidRequest(
        AidForm form,
        String purpose,
        @Nullable UUID householdId,
        @Nullable UUID personId,
        @Nullable Long village,
        Money amount,
        Money cost,
        int year,
        int months,
        List<String> evidence,
        List<OtherAid> otherAid,
        List<UUID> guarantors) {

    public AidRequest {
        evidence = List.copyOf(evidence);
        otherAid = List.copyOf(otherAid);
        guarantors = List.copyOf(guarantors);
    }
}
