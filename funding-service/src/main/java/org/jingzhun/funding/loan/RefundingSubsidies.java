package org.jingzhun.funding.loan;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Takes back what was paid for loans that were found to be misused (追回贴息): all of it, into the budgets that paid, those of
 * the oldest claim first. That a misused loan loses its whole subsidy, and not only from the finding on, is an
 * assumption: the documents forbid the use and do not say what follows.
 */
@ApplicationScoped
public class RefundingSubsidies {

    private final SubsidyRefunds refunds;
    private final Bookkeeping bookkeeping;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    RefundingSubsidies(
            SubsidyRefunds refunds, Bookkeeping bookkeeping, Audit audit, CurrentCaller caller, Clock clock) {
        this.refunds = refunds;
        this.bookkeeping = bookkeeping;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What a bank gave back. */
    public record Refunding(UUID loan, Money amount, LocalDate receivedOn, String reference) {}

    /** @throws LoanException if less is owed, the reference is known, or the day is in the future */
    @Transactional
    public SubsidyRefund refund(Refunding refunding) {
        var today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        if (refunding.receivedOn().isAfter(today)) {
            throw new LoanRefusal.DayOutOfOrder("receivedOn", LocalDate.EPOCH, today).asException();
        }
        if (refunds.has(refunding.loan(), refunding.reference())) {
            throw new LoanRefusal.RefundKnown(refunding.reference()).asException();
        }
        var owed = refunds.lockOwed(refunding.loan())
                .orElseThrow(() -> new LoanRefusal.AboveRefund(Money.ZERO).asException());
        if (refunding.amount().compareTo(owed.owed()) > 0) {
            throw new LoanRefusal.AboveRefund(owed.owed()).asException();
        }
        return book(owed, refunding);
    }

    private SubsidyRefund book(OwedRefund owed, Refunding refunding) {
        var id = UuidCreator.getTimeOrderedEpoch();
        Map<UUID, Money> byClaim = new LinkedHashMap<>();
        var movements = new LinkedHashMap<AccountKey, Money>();
        var open = refunding.amount();
        for (var claim : refunds.listOpen(owed.loanId())) {
            var part = open.compareTo(claim.left()) <= 0 ? open : claim.left();
            if (part.isPositive()) {
                var budget = claim.budget();
                byClaim.put(claim.claim(), part);
                movements.merge(budget, part, Money::plus);
                movements.merge(
                        AccountKey.paid(budget.county(), budget.county(), budget.sourceId(), budget.year()),
                        part.negated(),
                        Money::plus);
                open = open.minus(part);
            }
        }
        var entry = bookkeeping.post(
                JournalEntry.Kind.PAYMENT_RETURN,
                owed.county(),
                "subsidy-refund:" + id,
                "Subsidy of a misused loan, " + owed.bank() + " " + refunding.reference(),
                movements);
        var refund = new SubsidyRefund(
                id,
                owed.loanId(),
                owed.village(),
                refunding.amount(),
                refunding.receivedOn(),
                refunding.reference(),
                entry.id());
        refunds.insert(refund, owed.county(), byClaim, caller.get().subject(), clock.instant());
        audit.record(AuditEntry.of("subsidy-refunded", "loan", owed.loanId())
                .in(owed.village())
                .with("amount", refunding.amount().toString()));
        return refund;
    }
}
