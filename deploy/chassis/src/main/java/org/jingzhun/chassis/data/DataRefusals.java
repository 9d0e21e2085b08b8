package org.jingzhun.chassis.data;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;

/** Turns refused rows into problems. */
class DataRefusals {

    @ServerExceptionMapper
    Response refused(DataRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(DataRefusal refusal) {
        return switch (refusal) {
            case DataRefusal.Unreadable row -> Problem.of(422, "data-row-unreadable", row.line(), row.detail());
            case DataRefusal.KnownKey known -> Problem.of(409, "data-row-known", known.key());
        };
    }
}
