package org.jingzhun.funding.loan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jingzhun.funding.loan.schedule.Schedule;
import org.jingzhun.funding.loan.schedule.Scheduling;

/** Schedules of single loans, as they look from a day. */
@ApplicationScoped
public class LoanStandings {

    private final LoanBooks books;

    LoanStandings(LoanBooks books) {
        this.books = books;
    }

    /** @throws LoanException if the loan was never paid out */
    @Transactional
    public Schedule standing(Loan loan, LocalDate day) {
        return Scheduling.schedule(
                loan.terms(),
                books.listPlan(loan.id()),
                books.listRepayments(loan.id()).stream().map(Repayment::paid).toList(),
                day);
    }
}
