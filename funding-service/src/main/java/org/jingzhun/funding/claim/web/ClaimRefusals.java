package org.jingzhun.funding.claim.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.claim.ClaimRefusal;

/** Turns refusals of claims into problems. */
class ClaimRefusals {

    @ServerExceptionMapper
    Response refused(ClaimRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(ClaimRefusal refusal) {
        return switch (refusal) {
            case ClaimRefusal.UnknownClaim unknown -> Problem.of(404, "not-found");
            case ClaimRefusal.StepNotOpen closed ->
                Problem.of(
                                409,
                                "claim-step-not-open",
                                closed.step(),
                                closed.stage(),
                                closed.step().from())
                        .with("stage", closed.stage());
            case ClaimRefusal.NotThisOffice foreign ->
                Problem.of(
                        403, "not-this-office", foreign.step(), foreign.step().takenBy());
            case ClaimRefusal.SamePerson same -> Problem.of(409, "same-person", same.step(), same.earlier());
            case ClaimRefusal.TakenByTheBank bank -> Problem.of(422, "claim-step-of-the-bank", bank.step());
            case ClaimRefusal.SourceMissing missing -> Problem.of(422, "claim-source-missing");
        };
    }
}
