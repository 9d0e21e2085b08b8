package org.jingzhun.pairing.link.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.link.LinkRefusal;

/** Turns refused links into problems. */
class LinkProblems {

    @ServerExceptionMapper
    Response refused(LinkRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(LinkRefusal refusal) {
        return switch (refusal) {
            case LinkRefusal.UnknownUnit unknown ->
                Problem.of(422, "unknown-unit").with(new FieldError("/unitId", "unknown-unit", null));
            case LinkRefusal.UnknownVillage unknown ->
                Problem.of(422, "unknown-village", unknown.code())
                        .with(new FieldError("/villageCode", "unknown-village", null));
            case LinkRefusal.LimitReached reached -> Problem.of(409, "link-limit", reached.limit());
            case LinkRefusal.Exists exists -> Problem.of(409, "link-exists");
            case LinkRefusal.HasEnded ended -> Problem.of(409, "link-ended");
        };
    }
}
