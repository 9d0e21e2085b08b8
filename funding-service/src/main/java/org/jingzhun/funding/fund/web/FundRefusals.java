package org.jingzhun.funding.fund.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.fund.FundRefusal;
import org.jingzhun.funding.fund.rule.Judging;

/** Turns refusals about funds into problems. */
class FundRefusals {

    @ServerExceptionMapper
    Response refused(FundRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(FundRefusal refusal) {
        return switch (refusal) {
            case FundRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case FundRefusal.OutsideArea outside -> Problem.of(422, "place-outside-area");
            case FundRefusal.RuleBroken rule ->
                Problem.of(
                                422,
                                "fund-rule-broken",
                                rule.version(),
                                rule.broken().size())
                        .with(rule.broken().stream().map(FundRefusals::error).toList())
                        .with("rule", rule.version());
            case FundRefusal.FundExhausted empty ->
                Problem.of(409, "fund-exhausted", empty.available(), empty.asked())
                        .with("available", empty.available().toString())
                        .with("asked", empty.asked().toString());
            case FundRefusal.AboveDebt above -> Problem.of(422, "above-debt", above.owed());
            case FundRefusal.NotNow not ->
                Problem.of(
                        status(not.reason()),
                        not.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        not.detail());
        };
    }

    private static FieldError error(Judging.Broken broken) {
        var code = broken.finding().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return FieldError.of(pointer(broken.finding()), code, broken.asked());
    }

    private static String pointer(Judging.Finding finding) {
        return switch (finding) {
            case WRONG_FORM -> "";
            case WRONG_RECEIVER, NOT_ELIGIBLE, NOT_A_MEMBER, LOAN_OUTSTANDING -> "/household";
            case BELOW_MINIMUM, ABOVE_CAP, ABOVE_OWN_PAYMENT -> "/amount";
            case TERM_TOO_LONG -> "/months";
            case EVIDENCE_MISSING -> "/evidence";
            case OTHER_AID_FIRST, OTHER_AID_UNDECLARED -> "/otherAid";
            case GUARANTORS_MISSING -> "/guarantors";
        };
    }

    private static int status(FundRefusal.Reason reason) {
        return switch (reason) {
            case FUND_NAME_TAKEN, FUND_RULE_EXISTS, MEMBERSHIP, NOT_LENT -> 409;
            case FUND_RULE_MISSING,
                    NO_POOLS_HERE,
                    FUND_RULE_INVALID,
                    NO_MEMBERS_HERE,
                    UNKNOWN_OTHER_AID,
                    AID_STEP_TAKEN_ELSEWHERE,
                    DAY_INVALID -> 422;
        };
    }
}
