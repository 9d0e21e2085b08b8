package org.jingzhun.funding.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.jingzhun.funding.fund.rule.AidForm;
import org.jingzhun.funding.fund.rule.Drawing;
import org.jingzhun.funding.fund.rule.UsageFee;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;

/** Books what funds pay and get back, source by source, the oldest money first. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AidPayments {

    private final FundMovements movements;
    private final Bookkeeping bookkeeping;

    AidPayments(FundMovements movements, Bookkeeping bookkeeping) {
        this.movements = movements;
        this.bookkeeping = bookkeeping;
    }

    /** @throws FundRefusal.FundExhausted if the fund does not hold the amount */
    void requireAvailable(Fund fund, Money amount) {
        if (fund.available().compareTo(amount) < 0) {
            throw new FundRefusal.FundExhausted(fund.available(), amount);
        }
    }

    void pay(Fund fund, FundAid aid, LocalDate today) {
        requireAvailable(fund, aid.amount());
        var drawn = Drawing.draw(aid.amount(), movements.held(fund.id()));
        var booked = new LinkedHashMap<AccountKey, Money>();
        drawn.forEach((portion, part) -> {
            booked.put(fund.account(portion.sourceId(), portion.year()), part.negated());
            booked.put(AccountKey.paid(fund.county(), aid.village(), portion.sourceId(), portion.year()), part);
        });
        var entry = post(fund, "fund-aid:" + aid.id(), fund.name() + " " + aid.purpose(), booked);
        var kind = aid.form() == AidForm.GRANT ? FundMovement.Kind.GRANT : FundMovement.Kind.LOAN;
        drawn.forEach((portion, part) ->
                movements.add(fund, kind, portion, part.negated(), aid.id(), entry, today, aid.purpose()));
    }

    /** The principal goes back to where it was lent from, the fee to the oldest of it. */
    void repay(Fund fund, FundAid aid, Money principal, LocalDate paidOn, LocalDate repaidOn) {
        var back = Drawing.draw(principal, movements.owed(aid.id()));
        var fee = UsageFee.of(principal, aid.feeRate(), paidOn, repaidOn);
        var feeTo = back.firstEntry().getKey();
        var booked = new LinkedHashMap<AccountKey, Money>();
        back.forEach((portion, part) -> {
            var all = portion.equals(feeTo) ? part.plus(fee) : part;
            booked.put(fund.payers(portion.sourceId(), portion.year()), all.negated());
            booked.put(fund.account(portion.sourceId(), portion.year()), all);
        });
        var key = "fund-repayment:" + aid.id() + ":" + aid.revision();
        var entry = post(fund, key, fund.name() + " " + aid.purpose(), booked);
        back.forEach((portion, part) -> movements.add(
                fund, FundMovement.Kind.REPAYMENT, portion, part, aid.id(), entry, repaidOn, aid.purpose()));
        if (fee.isPositive()) {
            movements.add(fund, FundMovement.Kind.FEE, feeTo, fee, aid.id(), entry, repaidOn, aid.purpose());
        }
    }

    private UUID post(Fund fund, String key, String memo, SequencedMap<AccountKey, Money> booked) {
        return bookkeeping
                .post(JournalEntry.Kind.FUND, fund.county(), key, memo, booked)
                .id();
    }
}
