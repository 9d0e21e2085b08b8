package org.jingzhun.funding.fund.rule;

import java.util.List;
import java.util.Set;
import org.jingzhun.funding.ledger.money.Money;

/**
 * What is asked of a fund, and what is known about who asks.
 *
 * @param cost what the need costs in all, 0 where it has no bill
 * @param months term of a loan, 0 for a grant
 * @param guarantors members of his group who vouch for him and owe nothing overdue
 * @param member whether he is a member of the fund
 * @param eligible whether he is on the register as poor, or a village of the county
 * @param owing whether he still owes a loan of this fund
 * @param receivedThisYear by the same rule
 * @param undeclared other aid that the service knows of and he does not name
 */
public record Application(
        AidForm form,
        FundRule.Receiver receiver,
        Money amount,
        Money cost,
        int months,
        Set<String> evidence,
        List<OtherAid> otherAid,
        int guarantors,
        boolean member,
        boolean eligible,
        boolean owing,
        Money receivedThisYear,
        Set<String> undeclared) {

    public Application {
        amount.requirePositive("Amount asked for");
        cost.requireNotNegative("Cost");
        evidence = Set.copyOf(evidence);
        otherAid = List.copyOf(otherAid);
        undeclared = Set.copyOf(undeclared);
    }

    /** What is left for him to pay after other aid; the amount itself where there is no bill. */
    Money ownPayment() {
        if (cost.isZero()) {
            return amount;
        }
        var left = cost;
        for (var aid : otherAid) {
            left = left.minus(aid.amount());
        }
        return left.isNegative() ? Money.ZERO : left;
    }
}
