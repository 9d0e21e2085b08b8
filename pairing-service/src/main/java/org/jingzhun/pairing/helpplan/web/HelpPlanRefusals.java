package org.jingzhun.pairing.helpplan.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.helpplan.HelpPlanRefusal;

/** Turns refusals of help plans into problems. */
class HelpPlanRefusals {

    @ServerExceptionMapper
    Response refused(HelpPlanRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(HelpPlanRefusal refusal) {
        return switch (refusal) {
            case HelpPlanRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case HelpPlanRefusal.UnknownSubject nobody -> Problem.of(422, "help-plan-unknown-subject");
            case HelpPlanRefusal.KindMismatch kind -> Problem.of(422, "help-plan-kind-mismatch", kind.kind());
            case HelpPlanRefusal.PlanStands stands -> Problem.of(409, "help-plan-stands");
            case HelpPlanRefusal.NotWritable state -> Problem.of(409, "help-plan-not-writable", state.state());
            case HelpPlanRefusal.UnknownMeasure unknown ->
                Problem.of(422, "unknown-measure", unknown.code(), unknown.known());
            case HelpPlanRefusal.MeasureTaken taken -> Problem.of(409, "measure-taken", taken.measure());
            case HelpPlanRefusal.CauseUnmet unmet -> Problem.of(422, "cause-unmet", unmet.cause(), unmet.helping());
            case HelpPlanRefusal.Missing missing ->
                missing.step() == null
                        ? Problem.of(422, "measures-missing")
                        : Problem.of(422, "remark-missing", missing.step());
            case HelpPlanRefusal.EffectInFuture future -> Problem.of(422, "effect-in-future");
            case HelpPlanRefusal.NotYourHousehold foreign -> Problem.of(403, "not-helped-by-you");
        };
    }
}
