package org.jingzhun.pairing.link.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.link.TargetRefusal;

/** Turns refused places and persons into problems. */
class TargetProblems {

    @ServerExceptionMapper
    Response refused(TargetRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(TargetRefusal refusal) {
        return switch (refusal) {
            case TargetRefusal.UnknownPlace unknown -> {
                String code =
                        switch (unknown.wanted()) {
                            case COUNTY -> "unknown-county";
                            case VILLAGE, PERSON -> "unknown-village";
                            case ANY -> "unknown-division";
                        };
                yield Problem.of(422, code, unknown.code()).with(new FieldError("/division", code, null));
            }
            case TargetRefusal.UnitHelpsElsewhere elsewhere ->
                Problem.of(409, "unit-helps-elsewhere", elsewhere.area(), elsewhere.place());
            case TargetRefusal.PersonExpected person -> {
                String code = person.expected() ? "person-missing" : "person-not-expected";
                yield Problem.of(422, code).with(new FieldError("/personId", code, null));
            }
            case TargetRefusal.UnknownPerson unknown ->
                Problem.of(422, "unknown-person", unknown.village())
                        .with(new FieldError("/personId", "unknown-person", null));
        };
    }
}
