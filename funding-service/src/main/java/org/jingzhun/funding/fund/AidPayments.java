package org.jingzhun.funding.fund;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.jingzhun.funding.disbursement.Payable;
import org.jingzhun.funding.disbursement.PayableKind;
import org.jingzhun.funding.disbursement.Payables;
import org.jingzhun.funding.fund.rule.AidForm;
import org.jingzhun.funding.fund.rule.Drawing;
import org.jingzhun.funding.fund.rule.Drawing.Portion;
import org.jingzhun.funding.fund.rule.UsageFee;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;

/** Books what funds pay and get back, source by source, the oldest money first; households are paid by disbursements. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AidPayments {

    private final FundMovements movements;
    private final FundPayments payments;
    private final Payables payables;
    private final Bookkeeping bookkeeping;

    AidPayments(FundMovements movements, FundPayments payments, Payables payables, Bookkeeping bookkeeping) {
        this.movements = movements;
        this.payments = payments;
        this.payables = payables;
        this.bookkeeping = bookkeeping;
    }

    /** @throws FundRefusal.FundExhausted if the fund does not hold the amount */
    void requireAvailable(Fund fund, Money amount) {
        if (fund.available().compareTo(amount) < 0) {
            throw new FundRefusal.FundExhausted(fund.available(), amount);
        }
    }

    /** What has not arrived of an aid: of one from several sources a part may have, and another have come back. */
    Money missing(FundAid aid) {
        return payments.listOfAid(aid.id()).stream()
                .filter(payment -> payment.state() == FundPayment.State.PAID)
                .map(FundPayment::amount)
                .reduce(aid.amount(), Money::minus);
    }

    /** Hands over what is due to a household and has not arrived; it is not available any more. */
    void order(Fund fund, FundAid aid, UUID household) {
        var missing = missing(aid);
        requireAvailable(fund, missing);
        List<Payable> due = new ArrayList<>();
        Drawing.draw(missing, movements.held(fund.id())).forEach((portion, part) -> {
            var id = UuidCreator.getTimeOrderedEpochPlus1();
            payments.add(fund, new FundPayment(id, aid.id(), portion, part, FundPayment.State.DUE));
            due.add(payable(fund, aid, household, id, portion, part));
        });
        payables.add(due);
    }

    private static Payable payable(Fund fund, FundAid aid, UUID household, UUID id, Portion portion, Money part) {
        var kind = aid.form() == AidForm.GRANT ? PayableKind.FUND_GRANT : PayableKind.FUND_LOAN;
        return new Payable(
                id,
                kind,
                household,
                aid.personId(),
                aid.village(),
                fund.account(portion.sourceId(), portion.year()),
                part,
                kind + " " + aid.purpose());
    }

    /** Hears that a payment arrived, or came back before or after that. */
    void heard(Fund fund, FundAid aid, FundPayment payment, boolean arrived, LocalDate on) {
        if (arrived) {
            var kind = aid.form() == AidForm.GRANT ? FundMovement.Kind.GRANT : FundMovement.Kind.LOAN;
            movements.paid(fund, kind, payment, payment.amount().negated(), on, aid.purpose());
        } else if (payment.state() == FundPayment.State.PAID) {
            movements.paid(fund, FundMovement.Kind.REPAYMENT, payment, payment.amount(), on, aid.purpose());
        }
    }

    /** Pays a village: its money needs no bank. */
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
