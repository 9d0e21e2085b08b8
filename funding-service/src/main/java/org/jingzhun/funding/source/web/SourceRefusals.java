package org.jingzhun.funding.source.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.source.SourceRefusal;

/** Turns refusals about sources and budgets into problems. */
class SourceRefusals {

    @ServerExceptionMapper
    Response refused(SourceRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(SourceRefusal refusal) {
        return switch (refusal) {
            case SourceRefusal.UnknownSource unknown -> Problem.of(422, "unknown-source", unknown.id());
            case SourceRefusal.NameTaken taken -> Problem.of(409, "source-name-taken", taken.name());
            case SourceRefusal.UnknownCode unknown ->
                Problem.of(422, "unknown-code", unknown.field(), unknown.known())
                        .with(new FieldError("/" + unknown.field(), "unknown-code", null));
            case SourceRefusal.BudgetRecordedBefore before ->
                Problem.of(409, "budget-recorded-before", before.documentNumber());
            case SourceRefusal.OutsideArea outside -> Problem.of(422, "county-outside-area");
            case SourceRefusal.RecordedElsewhere elsewhere -> Problem.of(403, "source-recorded-elsewhere");
        };
    }
}
