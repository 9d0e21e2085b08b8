package org.jingzhun.pairing.problem.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.problem.ProblemRefusal;

/** Turns refusals of problems into problem documents. */
class ProblemRefusals {

    @ServerExceptionMapper
    Response refused(ProblemRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(ProblemRefusal refusal) {
        return switch (refusal) {
            case ProblemRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case ProblemRefusal.ForeignDivision foreign -> Problem.of(403, "foreign-division", foreign.division());
            case ProblemRefusal.HeldElsewhere held -> Problem.of(403, "problem-held-elsewhere", held.level());
            case ProblemRefusal.NobodyAbove nobody -> Problem.of(409, "nobody-above");
            case ProblemRefusal.RemarkMissing missing -> Problem.of(422, "remark-missing", missing.step());
        };
    }
}
