package org.jingzhun.identification.special.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.special.SpecialException;
import org.jingzhun.identification.special.SpecialRefusal;
import org.jingzhun.identification.special.facts.Fault;

/** Turns what a special register refuses into problems. */
class SpecialProblems {

    @ServerExceptionMapper
    Response refused(SpecialException refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    private static Problem problem(SpecialRefusal refusal) {
        return switch (refusal) {
            case SpecialRefusal.Unknown(var pointer) -> field(pointer, "special-subject-unknown");
            case SpecialRefusal.Contradictory(var faults) -> {
                Fault first = faults.getFirst();
                yield Problem.of(422, first.code(), first.args().toArray())
                        .with(faults.stream()
                                .map(each -> new FieldError(each.pointer(), each.code(), null))
                                .toList());
            }
            case SpecialRefusal.UnknownDisease() -> field("/disease", "disease-unknown");
            case SpecialRefusal.CertificateHolder() -> field("/certificate", "certificate-holder-differs");
            case SpecialRefusal.AlreadyOpen(var register) -> Problem.of(409, "special-record-open", register);
            case SpecialRefusal.IdTaken() -> Problem.of(409, "id-taken");
            case SpecialRefusal.AnotherPerson() -> Problem.of(409, "special-another-person");
            case SpecialRefusal.Ended(var stage) -> Problem.of(409, "special-record-ended", stage);
            case SpecialRefusal.InTheFuture(var pointer) -> field(pointer, "change-in-the-future");
            case SpecialRefusal.BeforeTheLast(var pointer) -> field(pointer, "special-before-the-last");
            case SpecialRefusal.StepNotOpen(var step, var stage) -> Problem.of(409, "step-not-open", step, stage);
            case SpecialRefusal.WrongLevel(var step, var levels) ->
                Problem.of(
                        403,
                        "wrong-level",
                        step,
                        levels.stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
            case SpecialRefusal.Missing(var step, var need) -> Problem.of(422, "special-need-missing", step, need);
            case SpecialRefusal.SamePerson(var step) -> Problem.of(409, "same-person", step, "ENTRY");
            case SpecialRefusal.LastGrade() -> Problem.of(409, "last-grade");
            case SpecialRefusal.RuleExists(var version) -> Problem.of(409, "standard-exists", version);
            case SpecialRefusal.RuleIncomplete(var parameters) ->
                Problem.of(422, "rule-incomplete", parameters)
                        .with(new FieldError("/parameters", "rule-incomplete", null));
        };
    }

    private static Problem field(String pointer, String code) {
        return Problem.of(422, code).with(new FieldError(pointer, code, null));
    }
}
