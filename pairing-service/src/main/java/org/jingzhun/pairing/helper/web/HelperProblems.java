package org.jingzhun.pairing.helper.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.helper.HelperRefusal;

/** Turns what is not taken down into problems. */
class HelperProblems {

    @ServerExceptionMapper
    Response refused(HelperRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(HelperRefusal refusal) {
        return switch (refusal) {
            case HelperRefusal.UnknownUnit unknown ->
                Problem.of(422, "unknown-unit", unknown.unit()).with(new FieldError("/unitId", "unknown-unit", null));
            case HelperRefusal.OutsideArea outside ->
                Problem.of(422, "outside-your-area", outside.division())
                        .with(new FieldError("/division", "outside-your-area", null));
            case HelperRefusal.UnknownHelper unknown -> Problem.of(404, "not-found");
            case HelperRefusal.WrongDays wrong ->
                Problem.of(422, "wrong-days").with(new FieldError("/until", "wrong-days", null));
        };
    }
}
