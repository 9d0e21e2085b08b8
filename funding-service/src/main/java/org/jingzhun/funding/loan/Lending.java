package org.jingzhun.funding.loan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.schedule.Planning;
import org.jingzhun.funding.riskpool.PoolLending;
import org.jspecify.annotations.Nullable;

/** Takes applications down and leads loans through their steps (发放与管理贷款). */
@ApplicationScoped
public class Lending {

    private final Loans loans;
    private final LoanBooks books;
    private final LoanRules rules;
    private final Extending extending;
    private final LoanStandings standings;
    private final PoolLending pools;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Lending(
            Loans loans,
            LoanBooks books,
            LoanRules rules,
            Extending extending,
            LoanStandings standings,
            PoolLending pools,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.loans = loans;
        this.books = books;
        this.rules = rules;
        this.extending = extending;
        this.standings = standings;
        this.pools = pools;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** A loan and whether it was new. */
    public record Applied(Loan loan, boolean created) {}

    /** What a client says of a step; what the step does not need is not looked at. */
    public record Said(
            LoanStep step,
            String remark,
            @Nullable LocalDate on,
            boolean ageConfirmed,
            @Nullable Offer offer,
            @Nullable UseFinding finding,
            @Nullable LocalDate maturesOn,
            @Nullable String renewedAs) {}

    /**
     * Takes an application down; the same again changes nothing.
     *
     * @throws LoanException if household, product or amount do not allow it, or the id is that of another application
     */
    @Transactional
    public Applied apply(UUID id, Asked asked) {
        requireNotAfterToday("appliedOn", asked.appliedOn());
        var known = loans.findById(id);
        var application = rules.application(id, asked);
        if (known != null) {
            if (!known.application().equals(application)) {
                throw new LoanRefusal.IdTaken(id).asException();
            }
            return new Applied(known, false);
        }
        var loan = new Loan(id, application, caller.get(), clock.instant());
        loans.persistAndFlush(loan);
        record(loan, LoanStep.APPLY, "");
        return new Applied(loan, true);
    }

    /**
     * Takes a step.
     *
     * @param ifMatch the revision seen by the client, null if it does not matter
     * @throws LoanException if the step is not open to the caller, or its facts do not allow it
     * @throws org.jingzhun.funding.riskpool.PoolException if the risk pool does not lend
     */
    @Transactional
    public Loan take(UUID id, Said said, @Nullable String ifMatch) {
        if (said.step() == LoanStep.APPLY) {
            throw new LoanRefusal.TakenElsewhere(said.step()).asException();
        }
        var loan = loans.lock(id);
        if (ifMatch != null) {
            Revisions.require(ifMatch, loan.revision());
        }
        loan.requireMayTake(said.step(), caller.get());
        switch (said.step()) {
            case VILLAGE_REVIEW -> review(loan, said);
            case BANK_APPROVE -> approve(loan, said);
            case DISBURSE -> disburse(loan, said);
            case USE_CHECK -> check(loan, said);
            case EXTEND -> extending.extend(loan, said, officer(), clock.instant());
            case SETTLE, WRITE_OFF -> close(loan, said);
            case APPLY, REFUSE, WITHDRAW -> loan.take(said.step(), officer(), said.remark(), clock.instant());
        }
        loans.flush();
        record(loan, said.step(), said.remark());
        return loan;
    }

    private void review(Loan loan, Said said) {
        var product = rules.product(loan);
        rules.requireEligible(loan.application().householdId(), product);
        if (product.ages().asked() && !said.ageConfirmed()) {
            throw new LoanRefusal.AgeNotConfirmed(
                            product.ages().least(), product.ages().most())
                    .asException();
        }
        loan.take(LoanStep.VILLAGE_REVIEW, officer(), said.remark(), clock.instant());
    }

    private void approve(Loan loan, Said said) {
        var offer = said.offer();
        if (offer == null) {
            throw new LoanRefusal.FieldsMissing(said.step(), List.of("contract")).asException();
        }
        var day = dayOf(said, loan.application().appliedOn());
        var product = rules.product(loan);
        rules.requireRated(loan, product);
        if (loans.hasContract(offer.bank(), offer.contractNumber())) {
            throw new LoanRefusal.ContractKnown(offer.bank(), offer.contractNumber()).asException();
        }
        var contract = rules.contract(loan, product, offer, day);
        requirePool(loan, contract, loan.amount());
        loan.approve(contract, officer(), said.remark(), clock.instant());
    }

    /** A promised loan is among the pool's figures already. */
    private void requirePool(Loan loan, Contract contract, Money more) {
        var pool = contract.poolId();
        if (pool != null) {
            pools.requireLending(
                    pool,
                    loan.county(),
                    contract.bank(),
                    loan.application().product().name(),
                    more);
        }
    }

    private void disburse(Loan loan, Said said) {
        var day = dayOf(said, loan.application().appliedOn());
        var product = rules.product(loan);
        var contract = loan.contract();
        rules.requireEligible(loan.application().householdId(), product);
        requirePool(loan, contract, Money.ZERO);
        var application = loan.application();
        var term = Term.of(product, day, day.plusMonths(application.months()), application.schoolEndsOn());
        loan.disburse(term, officer(), said.remark(), clock.instant());
        books.writePlan(loan.id(), Planning.plan(loan.terms()));
    }

    private void check(Loan loan, Said said) {
        var missing = new ArrayList<String>();
        var finding = said.finding();
        if (finding == null) {
            missing.add("finding");
        }
        if (said.remark().isBlank()) {
            missing.add("remark");
        }
        if (finding == null || !missing.isEmpty()) {
            throw new LoanRefusal.FieldsMissing(said.step(), missing).asException();
        }
        loan.check(finding, officer(), said.remark(), clock.instant());
    }

    private void close(Loan loan, Said said) {
        var day = dayOf(said, loan.term().disbursedOn());
        var standing = standings.standing(loan, day).standing();
        if (said.step() == LoanStep.SETTLE && standing.payoff().isPositive()) {
            throw new LoanRefusal.NotPaidBack(standing.payoff()).asException();
        }
        if (said.step() == LoanStep.WRITE_OFF && !standing.overduePrincipal().isPositive()) {
            throw new LoanRefusal.NotOverdue().asException();
        }
        loan.close(said.step(), day, officer(), said.remark(), clock.instant());
    }

    /** The day that the step names, today if it names none. */
    private LocalDate dayOf(Said said, LocalDate notBefore) {
        var on = said.on();
        var day = on == null ? today() : on;
        requireNotAfterToday("on", day);
        if (day.isBefore(notBefore)) {
            throw new LoanRefusal.DayOutOfOrder("on", notBefore, today()).asException();
        }
        return day;
    }

    private void requireNotAfterToday(String field, LocalDate day) {
        if (day.isAfter(today())) {
            throw new LoanRefusal.DayOutOfOrder(field, LocalDate.EPOCH, today()).asException();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
    }

    private Caller officer() {
        return caller.get();
    }

    private void record(Loan loan, LoanStep step, String remark) {
        audit.record(
                AuditEntry.of("loan-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-'), "loan", loan.id())
                        .in(loan.application().village())
                        .about(loan.application().householdId())
                        .because(remark.isEmpty() ? null : remark)
                        .with("amount", loan.amount().toString()));
    }
}
