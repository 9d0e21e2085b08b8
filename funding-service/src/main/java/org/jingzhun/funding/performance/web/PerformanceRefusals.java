package org.jingzhun.funding.performance.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.performance.PerformanceRefusal;

/** Turns the refusals of performance evaluation into problems. */
class PerformanceRefusals {

    @ServerExceptionMapper
    Response refused(PerformanceRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(PerformanceRefusal refusal) {
        return switch (refusal) {
            case PerformanceRefusal.UnknownEvaluation unknown -> Problem.of(404, "not-found");
            case PerformanceRefusal.OutsideArea outside -> Problem.of(422, "evaluation-outside-area");
            case PerformanceRefusal.UnknownCriteria unknown ->
                Problem.of(422, "unknown-performance-criteria", unknown.asked());
            case PerformanceRefusal.UnfitMarks unfit -> Problem.of(422, "unfit-marks", unfit.detail());
            case PerformanceRefusal.SubjectFixed fixed -> Problem.of(422, "evaluation-subject-fixed");
            case PerformanceRefusal.PublishedBefore before -> Problem.of(409, "evaluation-published-before");
        };
    }
}
