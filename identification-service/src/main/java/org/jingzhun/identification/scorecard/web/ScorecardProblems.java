package org.jingzhun.identification.scorecard.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.scorecard.ScorecardException;
import org.jingzhun.identification.scorecard.ScorecardRefusal;

/** Turns what a scorecard is refused for into problems. */
class ScorecardProblems {

    @ServerExceptionMapper
    Response refused(ScorecardException refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    private static Problem problem(ScorecardRefusal refusal) {
        return switch (refusal) {
            case ScorecardRefusal.StepNotOpen(var step, var stage) ->
                Problem.of(409, "scorecard-step-not-open", step, stage);
            case ScorecardRefusal.SamePerson(var step) -> Problem.of(409, "same-person", step, "WRITE");
            case ScorecardRefusal.NotTheWholeDivision() -> Problem.of(403, "whole-division-required");
            case ScorecardRefusal.VersionTaken(var version) -> field(409, "/version", "version-taken", version);
            case ScorecardRefusal.UnknownBase(var version) -> field(422, "/basedOn", "unknown-scorecard", version);
            case ScorecardRefusal.NothingWritten() -> field(422, "/categories", "scorecard-empty");
            case ScorecardRefusal.EndsBeforeItBegins(var from, var to) ->
                field(422, "/validTo", "ends-before-it-begins");
            case ScorecardRefusal.Faulty(var faults) ->
                Problem.of(422, "scorecard-faulty", faults.size())
                        .with(faults.stream()
                                .map(fault -> new FieldError(
                                        fault.pointer(), fault.kind().code(), null))
                                .toList());
            case ScorecardRefusal.InUse(int campaigns) -> Problem.of(409, "scorecard-in-use", campaigns);
        };
    }

    private static Problem field(int status, String pointer, String code, Object... args) {
        return Problem.of(status, code, args).with(new FieldError(pointer, code, null));
    }
}
