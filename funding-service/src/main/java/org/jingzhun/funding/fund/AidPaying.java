package org.jingzhun.funding.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.funding.disbursement.PayableKind;
import org.jingzhun.funding.disbursement.SettledPayments;
import org.jingzhun.funding.fund.rule.AidForm;
import org.jingzhun.funding.ledger.money.Money;

/** Pays grants and loans, hears from the bank, takes repayments (拨付与归还). */
@ApplicationScoped
public class AidPaying {

    private final Funds funds;
    private final FundAids aids;
    private final FundPayments handedOver;
    private final AidPayments payments;
    private final Signatures signatures;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    AidPaying(
            Funds funds,
            FundAids aids,
            FundPayments handedOver,
            AidPayments payments,
            Signatures signatures,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.funds = funds;
        this.aids = aids;
        this.handedOver = handedOver;
        this.payments = payments;
        this.signatures = signatures;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Orders the payment of a household, or pays a village at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    void pay(FundAid aid) {
        var fund = funds.lock(aid.fundId());
        var household = aid.householdId();
        if (household == null) {
            var today = LocalDate.now(clock);
            payments.pay(fund, aid, today);
            arrived(aid, today);
        } else {
            payments.order(fund, aid, household);
        }
    }

    /** Hears what the bank says of payments. */
    void hear(@Observes SettledPayments settled) {
        for (var item : settled.items()) {
            if (item.kind() == PayableKind.FUND_GRANT || item.kind() == PayableKind.FUND_LOAN) {
                var to = item.paid() ? FundPayment.State.PAID : FundPayment.State.RETURNED;
                handedOver
                        .settle(item.payableId(), to, item.on())
                        .ifPresent(before -> heard(before, item.paid(), item.on()));
            }
        }
    }

    private void heard(FundPayment before, boolean arrived, LocalDate on) {
        var aid = aids.lock(before.aidId());
        payments.heard(funds.lock(aid.fundId()), aid, before, arrived, on);
        if (aid.stage() == AidStage.PAYING) {
            boolean open = handedOver.listOfAid(aid.id()).stream()
                    .anyMatch(payment -> payment.state() == FundPayment.State.DUE);
            boolean whole = payments.missing(aid).isZero();
            if (!open && whole) {
                arrived(aid, on);
            } else if (!open) {
                sign(aid, AidStep.BOUNCE);
                aids.move(aid.id(), AidStage.APPROVED, null, null, Money.ZERO);
            }
        } else if (!arrived && aid.stage() == AidStage.PAID && aid.form() == AidForm.LOAN) {
            cameBack(aid, before.amount());
        }
    }

    private void arrived(FundAid aid, LocalDate on) {
        sign(aid, AidStep.ARRIVE);
        var dueOn = aid.form() == AidForm.LOAN ? on.plusMonths(aid.months()) : null;
        aids.move(aid.id(), AidStage.PAID, on, dueOn, Money.ZERO);
    }

    /**
     * Records that a part of a loan came back, with the usage fee of that part by days; the last part settles it.
     *
     * @throws FundRefusal if it is no loan in use, more than is owed, or the day does not fit
     */
    @Transactional
    public FundAid repay(UUID id, Money principal, LocalDate repaidOn) {
        var aid = aids.lock(id);
        var paidOn = aid.paidOn();
        if (aid.form() != AidForm.LOAN || aid.stage() != AidStage.PAID || paidOn == null) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.NOT_LENT, aid.stage());
        }
        if (principal.compareTo(aid.owed()) > 0) {
            throw new FundRefusal.AboveDebt(aid.owed());
        }
        if (repaidOn.isBefore(paidOn) || repaidOn.isAfter(LocalDate.now(clock))) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.DAY_INVALID, paidOn);
        }
        payments.repay(funds.lock(aid.fundId()), aid, principal, paidOn, repaidOn);
        cameBack(aid, principal);
        audit.record(AuditEntry.of("fund-aid-repaid", "fund-aid", id)
                .in(aid.village())
                .about(aid.householdId())
                .with("principal", principal.toString()));
        return aids.get(id);
    }

    private void cameBack(FundAid aid, Money principal) {
        boolean whole = principal.equals(aid.owed());
        if (whole) {
            sign(aid, AidStep.SETTLE);
        }
        aids.move(
                aid.id(),
                whole ? AidStage.SETTLED : AidStage.PAID,
                aid.paidOn(),
                aid.dueOn(),
                aid.repaid().plus(principal));
    }

    private void sign(FundAid aid, AidStep step) {
        signatures.add(
                aid.id(),
                aid.village(),
                Signing.sign(
                        step,
                        aids.get(aid.id()).stage(),
                        Officer.of(caller.get()),
                        signatures.list(aid.id()),
                        "",
                        clock.instant()));
    }
}
