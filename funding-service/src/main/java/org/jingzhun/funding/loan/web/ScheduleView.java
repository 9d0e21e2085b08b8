package org.jingzhun.funding.loan.web;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.schedule.Instalment;
import org.jingzhun.funding.loan.schedule.Schedule;
import org.jingzhun.funding.loan.schedule.Standing;
import org.jspecify.annotations.Nullable;

/** A schedule as seen from outside. */
@Schema(name = "LoanSchedule")
record ScheduleView(
        @Schema(description = "By day. Their principal and `prepaid` sum to the loan, their interest to `interest`.")
        List<InstalmentView> instalments,

        @Schema(description = "Principal paid before it fell due; it counts for the next instalments.")
        Money prepaid,

        Money interest,
        StandingView standing) {

    /** What falls due on a day. */
    @Schema(name = "LoanInstalment")
    record InstalmentView(
            LocalDate dueOn,
            Money principal,
            Money interest,
            long days,

            @Schema(
                    description = "Fraction of a fen that rounding has put off so far; below zero if taken early.",
                    examples = "17/36000000")
            String remainder,

            @Schema(description = "Principal after the day.")
            Money outstanding) {

        static InstalmentView of(Instalment due) {
            return new InstalmentView(
                    due.dueOn(),
                    due.principal(),
                    due.interest(),
                    due.days(),
                    due.remainder() + "/" + due.denominator(),
                    due.outstanding());
        }
    }

    /** How the loan stands on a day. */
    @Schema(name = "LoanStanding")
    record StandingView(
            LocalDate on,
            Money outstanding,
            Money overduePrincipal,
            Money overdueInterest,
            Money accruedInterest,
            Money penalty,

            @Schema(description = "What settles the loan on the day.")
            Money payoff,

            @Nullable LocalDate overdueSince,
            long daysOverdue) {

        static StandingView of(Standing standing) {
            return new StandingView(
                    standing.on(),
                    standing.outstanding(),
                    standing.overduePrincipal(),
                    standing.overdueInterest(),
                    standing.accruedInterest(),
                    standing.penalty(),
                    standing.payoff(),
                    standing.overdueSince(),
                    standing.daysOverdue());
        }
    }

    static ScheduleView of(Schedule schedule) {
        return new ScheduleView(
                schedule.instalments().stream().map(InstalmentView::of).toList(),
                schedule.prepaid(),
                schedule.interest(),
                StandingView.of(schedule.standing()));
    }
}
