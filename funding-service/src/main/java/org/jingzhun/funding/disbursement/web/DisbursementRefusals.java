package org.jingzhun.funding.disbursement.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.disbursement.DisbursementProblems;
import org.jingzhun.funding.disbursement.DisbursementRefusal;

/** Answers with the problem of a refusal. */
class DisbursementRefusals {

    @ServerExceptionMapper
    Response refused(DisbursementRefusal refusal, RoutingContext exchange) {
        return Problems.answer(DisbursementProblems.of(refusal), exchange);
    }
}
