package org.jingzhun.identification.screening.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.screening.FlagRefusal;
import org.jingzhun.identification.screening.FlagRefused;

/** Turns what screening refuses into problems. */
class FlagProblems {

    @ServerExceptionMapper
    Response refused(FlagRefused refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    private static Problem problem(FlagRefusal refusal) {
        return switch (refusal) {
            case FlagRefusal.NotOpen(var flag, var state) -> Problem.of(409, "flag-not-open");
            case FlagRefusal.SamePerson(var flag) -> Problem.of(409, "same-person-resolves");
            case FlagRefusal.UnknownCampaign(var campaign) -> field("/campaignId", "unknown-campaign");
            case FlagRefusal.UnknownHousehold(var household) -> field("/householdId", "unknown-household");
            case FlagRefusal.UnknownVeto(var veto, var codes) ->
                field("/veto", "unknown-veto", String.join(", ", codes));
            case FlagRefusal.AlreadyAnnounced(var household) -> Problem.of(409, "already-announced");
            case FlagRefusal.RaisedBefore(var household) -> Problem.of(409, "flag-raised-before");
        };
    }

    private static Problem field(String pointer, String code, Object... args) {
        return Problem.of(422, code, args).with(new FieldError(pointer, code, null));
    }
}
