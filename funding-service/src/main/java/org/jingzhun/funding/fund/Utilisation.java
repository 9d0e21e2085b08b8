package org.jingzhun.funding.fund;

import java.util.UUID;
import org.jingzhun.funding.fund.rule.FundKind;
import org.jingzhun.funding.ledger.money.Money;

/**
 * How far a fund is used (基金使用率). Flows are those of the year asked for, or of all time; what is available, out and
 * overdue is as of the day.
 *
 * @param contributed from budgets, villages, members and donors, less what donors got back
 * @param outstanding lent and not paid back, without what was written off
 * @param belowSize whether it never got as much as a fund of its kind should hold
 */
public record Utilisation(
        UUID fundId,
        FundKind kind,
        long division,
        String name,
        Money contributed,
        Money granted,
        Money lent,
        Money repaid,
        Money fees,
        Money available,
        Money outstanding,
        Money overdue,
        Money writtenOff,
        boolean belowSize) {

    private static final long WHOLE = 10_000;

    /** Granted and lent, against what was there to be used, in ten-thousandths rounded down; 0 where nothing was. */
    public long used() {
        var there = available.plus(granted).plus(lent);
        return there.isPositive() ? granted.plus(lent).fen() * WHOLE / there.fen() : 0;
    }
}
