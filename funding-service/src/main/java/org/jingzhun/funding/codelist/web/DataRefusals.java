package org.jingzhun.funding.codelist.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.codelist.DataRefusal;

/** Turns refusals of normative data into problems. */
class DataRefusals {

    @ServerExceptionMapper
    Response refused(DataRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(DataRefusal refusal) {
        return switch (refusal) {
            case DataRefusal.LoadedBefore before -> Problem.of(409, "version-loaded-before", before.version());
            case DataRefusal.OutsideArea outside -> Problem.of(422, "division-outside-area");
        };
    }
}
