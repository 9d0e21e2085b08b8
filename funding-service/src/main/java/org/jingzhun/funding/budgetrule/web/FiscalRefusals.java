package org.jingzhun.funding.budgetrule.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.budgetrule.FiscalRefusal;

/** Turns refusals about figures of the treasury into problems. */
class FiscalRefusals {

    @ServerExceptionMapper
    Response refused(FiscalRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(FiscalRefusal refusal) {
        return switch (refusal) {
            case FiscalRefusal.RecordedBefore before ->
                Problem.of(409, "figure-recorded-before", before.documentNumber());
            case FiscalRefusal.OutsideArea outside -> Problem.of(422, "county-outside-area");
            case FiscalRefusal.UnknownCounty unknown -> Problem.of(404, "not-found");
            case FiscalRefusal.FundMismatch mismatch -> Problem.of(422, "fund-mismatch", mismatch.item());
            case FiscalRefusal.SeparateAboveAmount above -> Problem.of(422, "separate-above-amount");
        };
    }
}
