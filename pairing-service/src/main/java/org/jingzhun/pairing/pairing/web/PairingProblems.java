package org.jingzhun.pairing.pairing.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.pairing.PairingRefusal;

/** Turns refused steps of pairings into problems. */
class PairingProblems {

    @ServerExceptionMapper
    Response refused(PairingRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(PairingRefusal refusal) {
        return switch (refusal) {
            case PairingRefusal.StillPoor poor -> Problem.of(409, "household-still-poor");
            case PairingRefusal.StillMonitored monitored -> Problem.of(409, "household-still-monitored");
            case PairingRefusal.UnknownHelper unknown ->
                Problem.of(422, "unknown-helper").with(new FieldError("/helperId", "unknown-helper", null));
            case PairingRefusal.HelperAbsent absent -> Problem.of(409, "helper-absent");
            case PairingRefusal.Conflict conflict -> Problem.of(409, "helper-conflict");
            case PairingRefusal.SameHelper same -> Problem.of(409, "same-helper");
            case PairingRefusal.QuotaExhausted exhausted ->
                Problem.of(409, "helper-quota-exhausted", exhausted.quota());
        };
    }
}
