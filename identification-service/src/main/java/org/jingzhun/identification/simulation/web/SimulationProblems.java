package org.jingzhun.identification.simulation.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.simulation.SimulationRefusal;

/** Turns what a simulation is refused for into problems. */
class SimulationProblems {

    @ServerExceptionMapper
    Response refused(SimulationRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal.reason()), exchange);
    }

    private static Problem problem(SimulationRefusal.Reason reason) {
        return switch (reason) {
            case NOT_THE_WHOLE_DIVISION -> Problem.of(403, "whole-division-required");
            case LINE_OR_QUOTA -> field("/line", "line-or-quota");
            case BASELINE_LINE_MISSING -> field("/baselineLine", "baseline-line-missing");
            case NOTHING_ANSWERED -> Problem.of(409, "nothing-answered");
            case UNKNOWN_SCORECARD -> Problem.of(404, "not-found");
            case UNKNOWN_BASELINE -> field("/baseline", "unknown-baseline");
        };
    }

    private static Problem field(String pointer, String code) {
        return Problem.of(422, code).with(new FieldError(pointer, code, null));
    }
}
