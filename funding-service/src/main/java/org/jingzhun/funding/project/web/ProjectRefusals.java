package org.jingzhun.funding.project.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.project.ProjectRefusal;

/** Turns refusals about projects into problems. */
class ProjectRefusals {

    @ServerExceptionMapper
    Response refused(ProjectRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(ProjectRefusal refusal) {
        return switch (refusal) {
            case ProjectRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case ProjectRefusal.NotReady not ->
                Problem.of(409, "project-not-ready", not.step(), not.missing()).with("missing", not.missing());
            case ProjectRefusal.UnknownCode unknown ->
                Problem.of(422, "unknown-code", unknown.field(), unknown.known())
                        .with(new FieldError("/" + unknown.field(), "unknown-code", null));
            case ProjectRefusal.AboveAmount above ->
                Problem.of(409, "above-project-amount", above.most())
                        .with("available", above.most().toString());
            case ProjectRefusal.ProgressBackwards back ->
                Problem.of(409, "progress-backwards", Integer.toString(back.percent()));
            case ProjectRefusal.NoBeneficiaries none ->
                Problem.of(422, "no-beneficiaries", Integer.toString(none.count()))
                        .with("count", none.count());
            case ProjectRefusal.NotBeneficiaries not ->
                Problem.of(422, "not-beneficiaries", Integer.toString(not.count()))
                        .with("count", not.count());
            case ProjectRefusal.OutsideArea outside -> Problem.of(422, "division-outside-area");
        };
    }
}
