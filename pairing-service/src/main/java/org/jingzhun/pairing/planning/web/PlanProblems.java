package org.jingzhun.pairing.planning.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.planning.PlanRefusal;

/** Turns refused plans and steps into problems. */
class PlanProblems {

    @ServerExceptionMapper
    Response refused(PlanRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(PlanRefusal refusal) {
        return switch (refusal) {
            case PlanRefusal.OtherPlace other -> Problem.of(409, "plan-of-another-place", other.division());
            case PlanRefusal.InConflict conflict -> Problem.of(409, "plan-in-conflict", conflict.pairs());
            case PlanRefusal.Overtaken overtaken ->
                Problem.of(
                        409,
                        switch (overtaken.change()) {
                            case HOUSEHOLDS_MOVED -> "plan-outdated";
                            case HELPERS_ABSENT -> "plan-helper-absent";
                            case QUOTA_EXCEEDED -> "plan-quota-exceeded";
                        },
                        overtaken.count());
            case PlanRefusal.NoCounty none -> Problem.of(422, "no-county", none.code());
        };
    }
}
