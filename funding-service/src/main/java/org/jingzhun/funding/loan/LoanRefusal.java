package org.jingzhun.funding.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.schedule.Standing;

/** What lending says no to. */
public sealed interface LoanRefusal {

    default LoanException asException() {
        return new LoanException(this);
    }

    /** About an application or a step of it. */
    sealed interface Asking extends LoanRefusal {}

    /** About a contract, its extension, or what is paid back. */
    sealed interface Agreeing extends LoanRefusal {}

    /** About a credit rating or a subsidy claim. */
    sealed interface Claiming extends LoanRefusal {}

    /** There is no such loan, or not in the caller's area. */
    record UnknownLoan(UUID id) implements Asking {}

    /** Another application has this id. */
    record IdTaken(UUID id) implements Asking {}

    /** APPLY has a path of its own. */
    record TakenElsewhere(LoanStep step) implements Asking {}

    record FieldsMissing(LoanStep step, List<String> fields) implements Asking {}

    /** No registered household of that id in the caller's area. */
    record UnknownHousehold(UUID id) implements Asking {}

    /** The household's status does not allow this product. */
    record NotEligible(String status, Set<String> allowed) implements Asking {}

    /** The product is not offered on the day. */
    record NotOffered(Product product, LocalDate day) implements Asking {}

    record UseNotAllowed(LoanUse use, Set<LoanUse> allowed) implements Asking {}

    /** Student, school year and end of school belong to student loans, and to these alone. */
    record StudentFields(Product product) implements Asking {}

    /** With what runs already it would be more than the product allows. */
    record AboveLimit(Money asked, Money running, Money most) implements Asking {}

    record TermTooLong(int months, int most) implements Asking {}

    record UnknownLender(String bank, List<String> known) implements Agreeing {}

    record RateAboveCap(int ppm, int cap) implements Agreeing {}

    /** No reference rate is known for the day. */
    record NoBaseRate(RateReference reference, LocalDate day) implements Agreeing {}

    record SecurityNotAllowed(Security security, Set<Security> allowed) implements Agreeing {}

    /** The village must say that it has seen the age. */
    record AgeNotConfirmed(int least, int most) implements Asking {}

    /** The product wants a confirmed credit rating. */
    record NotRated() implements Agreeing {}

    record AboveLine(Money asked, String grade, Money line) implements Agreeing {}

    record ContractKnown(String bank, String number) implements Agreeing {}

    /** A day comes before or after what it must follow or precede. */
    record DayOutOfOrder(String field, LocalDate from, LocalDate to) implements Asking {}

    record NotPaidOut(LoanStage stage) implements Agreeing {}

    record NotPaidBack(Money payoff) implements Agreeing {}

    record NotOverdue() implements Agreeing {}

    /** Extended or renewed as often as may be. */
    record ExtendedBefore(int most) implements Agreeing {}

    /** An overdue loan is not extended. */
    record Overdue(Money principal, Money interest) implements Agreeing {}

    /** More than is owed was paid. */
    record AboveDebt(Standing standing, Money interest) implements Agreeing {}

    /** Micro-credit bears no penalty interest. */
    record NoPenalty(Product product) implements Agreeing {}

    record RepaymentKnown(String reference) implements Agreeing {}

    /** The findings must answer each criterion once. */
    record RatingIncomplete(List<String> missing, List<String> unknown) implements Claiming {}

    record UnknownRating(UUID id) implements Claiming {}

    record RatingConfirmed(UUID id) implements Claiming {}

    /** Whoever rated does not confirm. */
    record SameRater() implements Claiming {}

    /** The county lies outside the caller's area. */
    record OutsideArea(long county) implements Claiming {}

    record QuarterNotOver(LocalDate end) implements Claiming {}

    record QuarterClaimed(int year, int quarter) implements Claiming {}

    record NothingToClaim() implements Claiming {}

    /** A claim holds loans that were found to be misused since. */
    record MisusedInClaim(long loans, UUID first) implements Claiming {}

    /** More than is to be given back of a loan's subsidy; nothing is unless its use was found to be wrong. */
    record AboveRefund(Money owed) implements Claiming {}

    record RefundKnown(String reference) implements Claiming {}
}
