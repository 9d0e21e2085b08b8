package org.jingzhun.pairing.inspection.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.inspection.InspectionRefusal;

/** Turns refusals of inspections into problems. */
class InspectionRefusals {

    @ServerExceptionMapper
    Response refused(InspectionRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(InspectionRefusal refusal) {
        return switch (refusal) {
            case InspectionRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case InspectionRefusal.NotAComingMonday past -> Problem.of(422, "not-a-coming-monday", past.day());
            case InspectionRefusal.TooFewVillages few -> Problem.of(422, "too-few-villages", few.needed(), few.there());
            case InspectionRefusal.AlreadyDrawn drawn ->
                Problem.of(409, "inspections-already-drawn", drawn.round()).with("roundId", drawn.round());
            case InspectionRefusal.BeforeItsDay early -> Problem.of(409, "inspection-before-its-day", early.day());
            case InspectionRefusal.WordsMissing missing -> Problem.of(422, "remark-missing", missing.step());
        };
    }
}
