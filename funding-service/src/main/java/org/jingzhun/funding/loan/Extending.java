package org.jingzhun.funding.loan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.loan.schedule.Planning;

/** Puts maturity off (展期), or renews a loan without paying it back first (无还本续贷), as far as the product allows. */
@ApplicationScoped
class Extending {

    private final LoanBooks books;
    private final LoanRules rules;
    private final LoanStandings standings;
    private final Loans loans;

    Extending(LoanBooks books, LoanRules rules, LoanStandings standings, Loans loans) {
        this.books = books;
        this.rules = rules;
        this.standings = standings;
        this.loans = loans;
    }

    /** @throws LoanException if it is overdue, was extended before, or would run too long */
    void extend(Loan loan, Lending.Said said, Caller officer, Instant now) {
        var matures = said.maturesOn();
        if (matures == null) {
            throw new LoanRefusal.FieldsMissing(said.step(), List.of("maturesOn")).asException();
        }
        var on = said.on();
        var today = LocalDate.ofInstant(now, Clocks.SHANGHAI);
        var day = on == null ? today : on;
        var term = loan.term();
        if (day.isAfter(today) || day.isBefore(term.disbursedOn())) {
            throw new LoanRefusal.DayOutOfOrder("on", term.disbursedOn(), today).asException();
        }
        requireRegular(loan, day);
        var longer = said.renewedAs() == null
                ? extended(loan, term, matures)
                : renewed(loan, term, matures, day, said.renewedAs());
        loan.extend(longer, said.renewedAs(), officer, said.remark(), now);
        books.writePlan(loan.id(), Planning.extend(books.listPlan(loan.id()), matures));
    }

    private void requireRegular(Loan loan, LocalDate day) {
        var standing = standings.standing(loan, day).standing();
        if (standing.overduePrincipal().isPositive()
                || standing.overdueInterest().isPositive()) {
            throw new LoanRefusal.Overdue(standing.overduePrincipal(), standing.overdueInterest()).asException();
        }
    }

    /** An extended loan is subsidised beyond its first maturity only if the product says so. */
    private Term extended(Loan loan, Term term, LocalDate matures) {
        var product = rules.product(loan);
        if (loan.extensions() >= product.extension().most()) {
            throw new LoanRefusal.ExtendedBefore(product.extension().most()).asException();
        }
        int most = product.extension().mostMonths(loan.application().months());
        requireWithin(term.maturesOn(), matures, most);
        return new Term(
                term.disbursedOn(),
                matures,
                term.graceTo(),
                product.extension().subsidised() ? matures : term.subsidisedTo());
    }

    /** A renewed loan is a new contract under the same policy: it is subsidised on. */
    private Term renewed(Loan loan, Term term, LocalDate matures, LocalDate day, String number) {
        var product = rules.product(loan);
        var contract = loan.contract();
        if (loan.renewals() >= product.extension().mostRenewals()) {
            throw new LoanRefusal.ExtendedBefore(product.extension().mostRenewals()).asException();
        }
        requireWithin(day, matures, product.mostMonths());
        if (!matures.isAfter(term.maturesOn())) {
            throw new LoanRefusal.DayOutOfOrder("maturesOn", term.maturesOn().plusDays(1), matures).asException();
        }
        if (loans.hasContract(contract.bank(), number)) {
            throw new LoanRefusal.ContractKnown(contract.bank(), number).asException();
        }
        int months = Math.toIntExact(ChronoUnit.MONTHS.between(day, matures));
        rules.subsidy(product, months, contract.ratePpm(), day);
        return new Term(term.disbursedOn(), matures, term.graceTo(), matures);
    }

    private static void requireWithin(LocalDate from, LocalDate to, int mostMonths) {
        if (!to.isAfter(from)) {
            throw new LoanRefusal.DayOutOfOrder("maturesOn", from.plusDays(1), from.plusMonths(mostMonths))
                    .asException();
        }
        if (to.isAfter(from.plusMonths(mostMonths))) {
            int months = Math.toIntExact(ChronoUnit.MONTHS.between(from, to.minusDays(1))) + 1;
            throw new LoanRefusal.TermTooLong(months, mostMonths).asException();
        }
    }
}
