package org.jingzhun.pairing.pairing.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.pairing.PairingRefusal;
import org.jingzhun.pairing.pairing.PairingRefusals;

/** Turns refused steps of pairings into problems. */
class PairingProblems {

    @ServerExceptionMapper
    Response refused(PairingRefusal refusal, RoutingContext exchange) {
        return Problems.answer(PairingRefusals.of(refusal), exchange);
    }
}
