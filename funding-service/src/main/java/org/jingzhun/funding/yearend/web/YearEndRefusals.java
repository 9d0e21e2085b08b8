package org.jingzhun.funding.yearend.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.yearend.YearEndRefusal;

/** Turns refusals of closing a year into problems. */
class YearEndRefusals {

    @ServerExceptionMapper
    Response refused(YearEndRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(YearEndRefusal refusal) {
        return switch (refusal) {
            case YearEndRefusal.OutsideArea outside -> Problem.of(422, "county-outside-area");
            case YearEndRefusal.YearNotOver goesOn -> Problem.of(409, "year-not-over", Integer.toString(goesOn.year()));
            case YearEndRefusal.EarlierYearOpen open ->
                Problem.of(409, "earlier-year-open", Integer.toString(open.year()))
                        .with("year", open.year());
            case YearEndRefusal.NothingToCarry nothing ->
                Problem.of(409, "nothing-to-carry", Integer.toString(nothing.year()));
            case YearEndRefusal.UnknownReclaim unknown -> Problem.of(404, "not-found");
            case YearEndRefusal.NotOfReclaimed other -> Problem.of(422, "not-of-reclaimed", other.kind());
            case YearEndRefusal.NothingToReclaim nothing -> Problem.of(409, "nothing-to-reclaim");
            case YearEndRefusal.ProposalOpen open -> Problem.of(409, "reclaim-open");
        };
    }
}
