package org.jingzhun.funding.loan;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.claim.BankClaim;
import org.jingzhun.funding.claim.BankClaims;
import org.jingzhun.funding.claim.ClaimKind;
import org.jingzhun.funding.claim.ClaimRefusal;
import org.jingzhun.funding.claim.ClaimStep;
import org.jingzhun.funding.disbursement.PayableKind;
import org.jingzhun.funding.disbursement.Payables;
import org.jingzhun.funding.disbursement.SettledPayments;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.source.Sources;
import org.jspecify.annotations.Nullable;

/** Computes, decides and pays claims to subsidised interest (贴息申报、审核、拨付). */
@ApplicationScoped
public class ClaimingSubsidies {

    private final SubsidyClaims subsidies;
    private final SubsidisedLoans loans;
    private final BankClaims claims;
    private final LoanRules rules;
    private final Bookkeeping bookkeeping;
    private final Payables payables;
    private final Sources sources;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    ClaimingSubsidies(
            SubsidyClaims subsidies,
            SubsidisedLoans loans,
            BankClaims claims,
            LoanRules rules,
            Bookkeeping bookkeeping,
            Payables payables,
            Sources sources,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.subsidies = subsidies;
        this.loans = loans;
        this.claims = claims;
        this.rules = rules;
        this.bookkeeping = bookkeeping;
        this.payables = payables;
        this.sources = sources;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Computes a claim from the schedules and the days that really passed. What other claims that stand hold of a loan is
     * taken off, so that nothing is claimed twice and a repayment told late is made up for.
     *
     * @throws LoanException if the quarter is not over, was claimed, or there is nothing to claim
     */
    @Transactional
    public SubsidyClaim claim(long county, String bank, Product product, Quarter quarter) {
        if (!caller.get().area().covers(county)) {
            throw new LoanRefusal.OutsideArea(county).asException();
        }
        var today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        if (quarter.end().isAfter(today)) {
            throw new LoanRefusal.QuarterNotOver(quarter.end()).asException();
        }
        rules.requireLender(bank, today);
        subsidies.lockCounty(county);
        if (subsidies.stands(county, bank, product, quarter)) {
            throw new LoanRefusal.QuarterClaimed(quarter.year(), quarter.quarter()).asException();
        }
        var lines = loans.compute(county, bank, product, quarter.end());
        var total = lines.stream().map(SubsidyLine::amount).reduce(Money.ZERO, Money::plus);
        if (!total.isPositive()) {
            throw new LoanRefusal.NothingToClaim().asException();
        }
        var claim = new BankClaim(
                UuidCreator.getTimeOrderedEpoch(),
                ClaimKind.SUBSIDY,
                county,
                bank,
                total,
                caller.get(),
                clock.instant());
        subsidies.insert(claim, product, quarter, lines);
        record(claim, ClaimStep.CLAIM, "");
        return new SubsidyClaim(claim, product, quarter, lines.size());
    }

    /** Where the money comes from. */
    public record From(UUID source, int year) {}

    /**
     * Takes a step; PAY hands the money over to be paid to the bank from the county's budget, through a disbursement.
     *
     * @param from needed by PAY
     * @throws ClaimRefusal if the step is not open to the caller
     * @throws LoanException if PAY is asked for a claim that holds a misused loan
     * @throws org.jingzhun.funding.ledger.LedgerRefusal.Overdrawn if the budget does not hold the amount
     */
    @Transactional
    public SubsidyClaim take(UUID id, ClaimStep step, String remark, @Nullable From from, @Nullable String ifMatch) {
        var subsidy = subsidies.lock(id);
        var claim = subsidy.claim();
        if (ifMatch != null) {
            Revisions.require(ifMatch, claim.revision());
        }
        claim.requireMayTake(step, caller.get());
        switch (step) {
            case PAY -> pay(subsidy, remark, from);
            case REJECT -> {
                claim.take(step, caller.get(), remark, clock.instant());
                subsidies.drop(id);
            }
            case ARRIVE, BOUNCE -> throw new ClaimRefusal.TakenByTheBank(step);
            case CLAIM, CHECK, APPROVE -> claim.take(step, caller.get(), remark, clock.instant());
        }
        claims.flush();
        record(claim, step, remark);
        return subsidy;
    }

    private void pay(SubsidyClaim subsidy, String remark, @Nullable From from) {
        if (from == null) {
            throw new ClaimRefusal.SourceMissing();
        }
        var claim = subsidy.claim();
        subsidies.findMisused(claim.id()).ifPresent(misused -> {
            throw new LoanRefusal.MisusedInClaim(misused.loans(), misused.first()).asException();
        });
        var account =
                AccountKey.budget(claim.county(), sources.get(from.source()).id(), from.year());
        bookkeeping.requireAvailable(account, claim.amount());
        var payable = UuidCreator.getTimeOrderedEpoch();
        payables.addForLender(
                payable,
                claim.bank(),
                account,
                claim.amount(),
                "贷款贴息 " + subsidy.product() + " " + subsidy.quarter().year() + "Q"
                        + subsidy.quarter().quarter());
        claim.order(payable, caller.get(), remark, clock.instant());
    }

    /** Hears what the bank says of payments. */
    void hear(@Observes SettledPayments settled) {
        for (var item : settled.items()) {
            if (item.kind() == PayableKind.LOAN_SUBSIDY) {
                claims.findPaidBy(item.payableId()).ifPresent(claim -> heard(claim, item));
            }
        }
    }

    private void heard(BankClaim claim, SettledPayments.Settled item) {
        if (item.paid()) {
            claim.arrive(item.on(), caller.get(), clock.instant());
        } else {
            claim.bounce(caller.get(), clock.instant());
        }
        claims.flush();
        record(claim, item.paid() ? ClaimStep.ARRIVE : ClaimStep.BOUNCE, "");
    }

    private void record(BankClaim claim, ClaimStep step, String remark) {
        audit.record(AuditEntry.of("subsidy-" + step.name().toLowerCase(Locale.ROOT), "bank-claim", claim.id())
                .in(claim.county())
                .because(remark.isEmpty() ? null : remark)
                .with("amount", claim.amount().toString()));
    }
}
