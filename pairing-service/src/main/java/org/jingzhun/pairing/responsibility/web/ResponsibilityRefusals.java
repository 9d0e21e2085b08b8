package org.jingzhun.pairing.responsibility.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.responsibility.ResponsibilityRefusal;

/** Turns refusals of targets and letters into problems. */
class ResponsibilityRefusals {

    @ServerExceptionMapper
    Response refused(ResponsibilityRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(ResponsibilityRefusal refusal) {
        return switch (refusal) {
            case ResponsibilityRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case ResponsibilityRefusal.ForeignDivision foreign ->
                Problem.of(403, "foreign-division", foreign.division());
            case ResponsibilityRefusal.BadYears years -> Problem.of(422, "bad-target-years");
            case ResponsibilityRefusal.NothingToShareBy nothing -> Problem.of(409, "nothing-to-share-by");
            case ResponsibilityRefusal.NotTheLevelBelow level ->
                Problem.of(422, "not-the-level-below", level.upper(), level.lower());
            case ResponsibilityRefusal.ForeignTarget foreign -> Problem.of(422, "foreign-target", foreign.target());
            case ResponsibilityRefusal.LetterStands stands ->
                Problem.of(409, "letter-stands", stands.letter()).with("letterId", stands.letter());
            case ResponsibilityRefusal.OtherSide other ->
                Problem.of(403, "letter-other-side", other.step(), other.role());
        };
    }
}
