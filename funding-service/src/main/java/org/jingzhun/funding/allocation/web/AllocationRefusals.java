package org.jingzhun.funding.allocation.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.allocation.AllocationProblems;
import org.jingzhun.funding.allocation.AllocationRefusal;

/** Answers with the problem of a refusal. */
class AllocationRefusals {

    @ServerExceptionMapper
    Response refused(AllocationRefusal refusal, RoutingContext exchange) {
        return Problems.answer(AllocationProblems.of(refusal), exchange);
    }
}
