package org.jingzhun.funding.loan.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.loan.LoanException;
import org.jingzhun.funding.loan.LoanRefusal;

/** Turns refusals of lending into problems. */
class LoanRefusals {

    @ServerExceptionMapper
    Response refused(LoanException refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    private static Problem problem(LoanRefusal refusal) {
        return switch (refusal) {
            case LoanRefusal.Asking asking -> ofAsking(asking);
            case LoanRefusal.Agreeing agreeing -> ofAgreeing(agreeing);
            case LoanRefusal.Claiming claiming -> ofClaiming(claiming);
        };
    }

    private static Problem ofAsking(LoanRefusal.Asking refusal) {
        return switch (refusal) {
            case LoanRefusal.UnknownLoan unknown -> Problem.of(404, "not-found");
            case LoanRefusal.IdTaken taken -> Problem.of(409, "loan-id-taken");
            case LoanRefusal.TakenElsewhere elsewhere -> Problem.of(422, "loan-step-elsewhere", elsewhere.step());
            case LoanRefusal.FieldsMissing missing ->
                Problem.of(422, "step-needs-fields", missing.step(), missing.fields());
            case LoanRefusal.UnknownHousehold unknown -> Problem.of(422, "household-unknown");
            case LoanRefusal.NotEligible not ->
                Problem.of(422, "household-not-eligible", not.status(), sorted(not.allowed()));
            case LoanRefusal.NotOffered not -> Problem.of(422, "product-not-offered", not.product(), not.day());
            case LoanRefusal.UseNotAllowed not ->
                Problem.of(422, "loan-use-not-allowed", not.use(), sorted(not.allowed()));
            case LoanRefusal.StudentFields fields -> Problem.of(422, "student-fields", fields.product());
            case LoanRefusal.AboveLimit above ->
                Problem.of(422, "loan-above-limit", above.asked(), above.running(), above.most())
                        .with("running", above.running().toString())
                        .with("most", above.most().toString());
            case LoanRefusal.TermTooLong tooLong ->
                Problem.of(422, "loan-term-too-long", tooLong.months(), tooLong.most());
            case LoanRefusal.AgeNotConfirmed age -> Problem.of(422, "age-not-confirmed", age.least(), age.most());
            case LoanRefusal.DayOutOfOrder day ->
                Problem.of(422, "day-out-of-order", day.field(), day.from(), day.to());
        };
    }

    private static Problem ofAgreeing(LoanRefusal.Agreeing refusal) {
        return switch (refusal) {
            case LoanRefusal.UnknownLender lender -> Problem.of(422, "unknown-code", "bank", lender.known());
            case LoanRefusal.RateAboveCap above ->
                Problem.of(422, "rate-above-cap", Rates.ofPpm(above.ppm()), Rates.ofPpm(above.cap()));
            case LoanRefusal.NoBaseRate none -> Problem.of(422, "base-rate-unknown", none.reference(), none.day());
            case LoanRefusal.SecurityNotAllowed not ->
                Problem.of(422, "security-not-allowed", not.security(), sorted(not.allowed()));
            case LoanRefusal.NotRated not -> Problem.of(422, "household-not-rated");
            case LoanRefusal.AboveLine above ->
                Problem.of(422, "loan-above-line", above.asked(), above.grade(), above.line())
                        .with("line", above.line().toString());
            case LoanRefusal.ContractKnown known -> Problem.of(409, "contract-known", known.number());
            case LoanRefusal.NotPaidOut not -> Problem.of(409, "loan-not-running", not.stage());
            case LoanRefusal.NotPaidBack not ->
                Problem.of(409, "loan-not-paid-back", not.payoff())
                        .with("payoff", not.payoff().toString());
            case LoanRefusal.NotOverdue not -> Problem.of(409, "loan-not-overdue");
            case LoanRefusal.ExtendedBefore before -> Problem.of(409, "extended-before", before.most());
            case LoanRefusal.Overdue overdue ->
                Problem.of(409, "loan-overdue", overdue.principal(), overdue.interest());
            case LoanRefusal.AboveDebt above ->
                Problem.of(
                                422,
                                "repayment-above-debt",
                                above.standing().outstanding(),
                                above.interest(),
                                above.standing().penalty())
                        .with("outstanding", above.standing().outstanding().toString())
                        .with("interest", above.interest().toString());
            case LoanRefusal.NoPenalty none -> Problem.of(422, "penalty-not-allowed", none.product());
            case LoanRefusal.RepaymentKnown known -> Problem.of(409, "repayment-known", known.reference());
        };
    }

    private static Problem ofClaiming(LoanRefusal.Claiming refusal) {
        return switch (refusal) {
            case LoanRefusal.RatingIncomplete incomplete ->
                Problem.of(422, "rating-incomplete", incomplete.missing(), incomplete.unknown());
            case LoanRefusal.UnknownRating unknown -> Problem.of(404, "not-found");
            case LoanRefusal.RatingConfirmed confirmed -> Problem.of(409, "rating-confirmed");
            case LoanRefusal.SameRater same -> Problem.of(409, "same-person", "CONFIRM", "RATE");
            case LoanRefusal.OutsideArea outside -> Problem.of(422, "county-outside-area");
            case LoanRefusal.QuarterNotOver not -> Problem.of(422, "quarter-not-over", not.end());
            case LoanRefusal.QuarterClaimed claimed ->
                Problem.of(409, "quarter-claimed", claimed.year(), claimed.quarter());
            case LoanRefusal.NothingToClaim nothing -> Problem.of(422, "nothing-to-claim");
            case LoanRefusal.MisusedInClaim misused ->
                Problem.of(409, "claim-holds-misused-loans", misused.loans(), misused.first());
            case LoanRefusal.AboveRefund above ->
                Problem.of(422, "refund-above-subsidy", above.owed())
                        .with("owed", above.owed().toString());
            case LoanRefusal.RefundKnown known -> Problem.of(409, "refund-known", known.reference());
        };
    }

    private static List<String> sorted(Set<?> values) {
        return values.stream().map(String::valueOf).sorted().toList();
    }
}
