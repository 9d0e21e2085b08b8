package org.jingzhun.funding.loan;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.money.Money;

/** Records what is paid back (还款), held against what is owed. */
@ApplicationScoped
public class Repaying {

    private final Loans loans;
    private final LoanBooks books;
    private final LoanStandings standings;
    private final EntityManager entities;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Repaying(
            Loans loans,
            LoanBooks books,
            LoanStandings standings,
            EntityManager entities,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.loans = loans;
        this.books = books;
        this.standings = standings;
        this.entities = entities;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What the bank says of a repayment. */
    public record Said(LocalDate paidOn, Money principal, Money interest, Money penalty, String reference) {}

    /** A repayment, and the loan after it. */
    public record Recorded(Repayment repayment, Loan loan) {}

    /**
     * @throws LoanException if the loan does not run, more is paid than owed, penalty interest is none of the product's, or
     *     the reference is known
     */
    @Transactional
    public Recorded repay(UUID id, Said said) {
        var loan = loans.lock(id);
        if (loan.stage() != LoanStage.ACTIVE) {
            throw new LoanRefusal.NotPaidOut(loan.stage()).asException();
        }
        var today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        if (said.paidOn().isAfter(today) || said.paidOn().isBefore(loan.term().disbursedOn())) {
            throw new LoanRefusal.DayOutOfOrder("paidOn", loan.term().disbursedOn(), today).asException();
        }
        requireOwed(loan, said);
        var repayment = new Repayment(
                UuidCreator.getTimeOrderedEpoch(),
                id,
                said.paidOn(),
                said.principal(),
                said.interest(),
                said.penalty(),
                said.reference(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!books.insert(repayment, loan.application().village(), caller.get().subject())) {
            throw new LoanRefusal.RepaymentKnown(said.reference()).asException();
        }
        entities.refresh(loan);
        audit.record(AuditEntry.of("loan-repaid", "loan", id)
                .in(loan.application().village())
                .about(loan.application().householdId())
                .with("principal", said.principal().toString())
                .with("interest", said.interest().toString()));
        return new Recorded(repayment, loan);
    }

    private void requireOwed(Loan loan, Said said) {
        var standing = standings.standing(loan, said.paidOn()).standing();
        if (said.penalty().isPositive() && loan.contract().penaltyPpm() == 0) {
            throw new LoanRefusal.NoPenalty(loan.application().product()).asException();
        }
        var interest = standing.payoff().minus(standing.outstanding()).minus(standing.penalty());
        if (said.principal().compareTo(loan.outstanding()) > 0
                || said.interest().compareTo(interest) > 0
                || said.penalty().compareTo(standing.penalty()) > 0) {
            throw new LoanRefusal.AboveDebt(standing, interest).asException();
        }
    }
}
