package org.jingzhun.pairing.duty.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.duty.DutyRefusal;

/** Turns refusals of duty records into problems. */
class DutyRefusals {

    @ServerExceptionMapper
    Response refused(DutyRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(DutyRefusal refusal) {
        return switch (refusal) {
            case DutyRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case DutyRefusal.UnknownHelper nobody -> Problem.of(422, "unknown-helper");
            case DutyRefusal.NoResident stranger -> Problem.of(422, "not-resident", stranger.village());
            case DutyRefusal.NotYours foreign -> Problem.of(403, "duty-not-yours", foreign.kind());
            case DutyRefusal.BadDays days -> Problem.of(422, "duty-bad-days");
            case DutyRefusal.Overlap overlap ->
                Problem.of(409, "duty-overlap", overlap.other()).with("recordId", overlap.other());
            case DutyRefusal.CountyGrants county -> Problem.of(403, "leave-by-county", county.days(), county.atMost());
        };
    }
}
