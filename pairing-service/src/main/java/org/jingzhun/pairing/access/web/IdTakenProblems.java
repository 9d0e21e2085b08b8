package org.jingzhun.pairing.access.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.access.IdTaken;

/** Turns an id that stands with other content into a problem. */
class IdTakenProblems {

    @ServerExceptionMapper
    Response refused(IdTaken taken, RoutingContext exchange) {
        return Problems.answer(Problem.of(409, "id-taken"), exchange);
    }
}
