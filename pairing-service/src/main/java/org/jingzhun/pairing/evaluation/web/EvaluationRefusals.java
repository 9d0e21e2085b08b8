package org.jingzhun.pairing.evaluation.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.evaluation.EvaluationRefusal;

/** Turns refusals of evaluations into problems. */
class EvaluationRefusals {

    @ServerExceptionMapper
    Response refused(EvaluationRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(EvaluationRefusal refusal) {
        return switch (refusal) {
            case EvaluationRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case EvaluationRefusal.ForeignDivision foreign -> Problem.of(403, "foreign-division", foreign.division());
            case EvaluationRefusal.NothingOver early ->
                Problem.of(422, "nothing-to-evaluate", Integer.toString(early.year()));
            case EvaluationRefusal.Confirmed confirmed ->
                Problem.of(409, "evaluation-confirmed", confirmed.evaluation())
                        .with("evaluationId", confirmed.evaluation());
        };
    }
}
