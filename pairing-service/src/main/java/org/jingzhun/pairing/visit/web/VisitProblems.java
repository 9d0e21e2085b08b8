package org.jingzhun.pairing.visit.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.visit.VisitRefusal;

/** Turns refused visits into problems. */
class VisitProblems {

    @ServerExceptionMapper
    Response refused(VisitRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(VisitRefusal refusal) {
        return switch (refusal) {
            case VisitRefusal.NotYourVisit other -> Problem.of(403, "not-your-visit");
            case VisitRefusal.NotYourHousehold other -> Problem.of(409, "not-your-household", other.day());
            case VisitRefusal.InFuture future -> field("/visitedOn", "visit-in-future", future.day());
            case VisitRefusal.RepeatedItem repeated -> field("/incomes", "repeated-income-item", repeated.item());
            case VisitRefusal.IdTaken taken -> Problem.of(409, "visit-id-taken");
        };
    }

    private static Problem field(String pointer, String code, Object argument) {
        return Problem.of(422, code, argument).with(new FieldError(pointer, code, null));
    }
}
