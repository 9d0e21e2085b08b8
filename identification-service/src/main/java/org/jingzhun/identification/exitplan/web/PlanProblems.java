package org.jingzhun.identification.exitplan.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.exitplan.PlanException;
import org.jingzhun.identification.exitplan.PlanRefusal;

/** Turns what a plan is refused for into problems. */
class PlanProblems {

    @ServerExceptionMapper
    Response refused(PlanException refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    private static Problem problem(PlanRefusal refusal) {
        return switch (refusal) {
            case PlanRefusal.StepNotOpen(var step, var stage) ->
                Problem.of(409, "plan-step-not-open", step, stage == null ? "-" : stage);
            case PlanRefusal.WrongLevel(var step, var level) -> Problem.of(403, "wrong-level", step, level);
            case PlanRefusal.RemarkMissing(var step) -> field("/remark", "reason-missing", step);
            case PlanRefusal.DocumentMissing() -> field("/documentNumber", "document-missing");
            case PlanRefusal.NotSeptember(int year) -> Problem.of(409, "plan-not-september", Integer.toString(year));
            case PlanRefusal.UnknownVillage() -> field("/village", "plan-unknown-village");
        };
    }

    private static Problem field(String pointer, String code, Object... args) {
        return Problem.of(422, code, args).with(new FieldError(pointer, code, null));
    }
}
