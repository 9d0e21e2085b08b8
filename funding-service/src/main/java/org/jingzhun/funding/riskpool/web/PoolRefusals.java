package org.jingzhun.funding.riskpool.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.riskpool.PoolException;
import org.jingzhun.funding.riskpool.PoolRefusal;
import org.jingzhun.funding.riskpool.rule.LendingRule;

/** Turns refusals of risk pools into problems. */
class PoolRefusals {

    @ServerExceptionMapper
    Response refused(PoolException refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    private static Problem problem(PoolRefusal refusal) {
        return switch (refusal) {
            case PoolRefusal.UnknownPool unknown -> Problem.of(404, "not-found");
            case PoolRefusal.NotThisCounty not -> Problem.of(422, "pool-of-another-county");
            case PoolRefusal.NotCovered not -> Problem.of(422, "pool-does-not-cover", not.product(), not.bank());
            case PoolRefusal.NameTaken taken -> Problem.of(409, "pool-name-taken", taken.name());
            case PoolRefusal.OutsideArea outside -> Problem.of(422, "county-outside-area");
            case PoolRefusal.NoRules none -> Problem.of(422, "pool-rules-unknown", none.day());
            case PoolRefusal.OutsideRules outside ->
                Problem.of(422, "pool-outside-rules", outside.field(), outside.least(), outside.most());
            case PoolRefusal.Stopped(LendingRule.Stopped figures) -> stopped(figures);
            case PoolRefusal.Exhausted(var asked, LendingRule.Exhausted figures) ->
                Problem.of(409, "pool-exhausted", figures.committed(), asked, figures.most())
                        .with("committed", figures.committed().toString())
                        .with("most", figures.most().toString());
            case PoolRefusal.WrongSource wrong -> Problem.of(422, "pool-source-mismatch", wrong.kind());
            case PoolRefusal.FundMismatch mismatch -> Problem.of(422, "pool-fund-mismatch", mismatch.payer());
            case PoolRefusal.DocumentKnown known -> Problem.of(409, "contribution-known", known.documentNumber());
            case PoolRefusal.NotItsLoan not -> Problem.of(422, "not-a-loan-of-the-pool");
            case PoolRefusal.NotTriggered not -> Problem.of(409, "loss-not-triggered", not.days(), not.triggerDays());
            case PoolRefusal.LossClaimed claimed -> Problem.of(409, "loss-claimed");
            case PoolRefusal.NotEnough not -> Problem.of(409, "pool-not-enough", not.balance(), not.asked());
            case PoolRefusal.NotPaid not -> Problem.of(409, "claim-not-paid");
            case PoolRefusal.AboveLoss above -> Problem.of(422, "above-loss", above.left(), above.asked());
            case PoolRefusal.RecoveryKnown known -> Problem.of(409, "recovery-known", known.reference());
            case PoolRefusal.DayOutOfOrder day -> Problem.of(422, "day-out-of-order", "on", day.from(), day.to());
            case PoolRefusal.CodesUnknown codes -> Problem.of(422, "unknown-code", "bank", codes.known());
        };
    }

    private static Problem stopped(LendingRule.Stopped figures) {
        var reason = figures.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Problem.of(
                        409,
                        "pool-stopped-by-" + reason,
                        figures.part(),
                        figures.whole(),
                        PoolView.fraction(figures.basisPoints()),
                        PoolView.fraction(figures.threshold()))
                .with("rate", PoolView.fraction(figures.basisPoints()))
                .with("threshold", PoolView.fraction(figures.threshold()));
    }
}
