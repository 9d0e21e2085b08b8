package org.jingzhun.identification.screening.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
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
            case FlagRefusal.GroundUnfitting(var what, var exceptions) -> ground(what, exceptions);
            case FlagRefusal.UnknownCounty(var county) -> field("/county", "unknown-county", county);
            case FlagRefusal.UnknownVetoList(var version) -> field("/vetoList", "unknown-veto-list", version);
            case FlagRefusal.DataRefused(var shortcomings, var policy) ->
                Problem.of(409, "datasets-insufficient", String.join(", ", shortcomings), policy)
                        .with("shortcomings", shortcomings);
            case FlagRefusal.UnknownCampaign(var campaign) -> field("/campaignId", "unknown-campaign");
            case FlagRefusal.UnknownHousehold(var household) -> field("/householdId", "unknown-household");
            case FlagRefusal.UnknownVeto(var veto, var codes) ->
                field("/veto", "unknown-veto", String.join(", ", codes));
            case FlagRefusal.AlreadyAnnounced(var household) -> Problem.of(409, "already-announced");
            case FlagRefusal.RaisedBefore(var household) -> Problem.of(409, "flag-raised-before");
        };
    }

    private static Problem ground(FlagRefusal.Unfitting what, List<String> exceptions) {
        return switch (what) {
            case GROUND_OF_CONFIRMATION -> field("/ground", "ground-of-confirmation");
            case FALSE_MATCH_OF_SIGHTING -> field("/ground", "false-match-of-sighting");
            case EXCEPTION_WITHOUT_GROUND -> field("/exception", "exception-without-ground");
            case UNKNOWN_EXCEPTION -> field("/exception", "unknown-exception", String.join(", ", exceptions));
        };
    }

    private static Problem field(String pointer, String code, Object... args) {
        return Problem.of(422, code, args).with(new FieldError(pointer, code, null));
    }
}
