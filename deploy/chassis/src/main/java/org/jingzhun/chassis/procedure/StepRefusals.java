package org.jingzhun.chassis.procedure;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;

/** Turns refusals of procedures into problems. */
public class StepRefusals {

    @ServerExceptionMapper
    Response refused(StepRefusal refusal, RoutingContext exchange) {
        return Problems.answer(of(refusal), exchange);
    }

    /** The problem that its client, or the job's, reads. */
    public static Problem of(StepRefusal refusal) {
        return switch (refusal) {
            case StepRefusal.NotOpen closed ->
                Problem.of(409, "step-not-open", closed.step(), closed.stage(), closed.from())
                        .with("stage", closed.stage());
            case StepRefusal.NotThisOffice foreign ->
                Problem.of(403, "not-this-office", foreign.step(), foreign.roles());
            case StepRefusal.SamePerson same -> Problem.of(409, "same-person", same.step(), same.earlier());
        };
    }
}
