package org.jingzhun.identification.change.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.change.ChangeException;
import org.jingzhun.identification.change.ChangeRefusal;

/** Turns what a change is refused for into problems. */
class ChangeProblems {

    @ServerExceptionMapper
    Response refused(ChangeException refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    private static Problem problem(ChangeRefusal refusal) {
        return switch (refusal) {
            case ChangeRefusal.Unfitting(var kind, var pointer) -> field(pointer, "change-unfitting", kind);
            case ChangeRefusal.NoMember(var pointer) -> field(pointer, "change-no-member");
            case ChangeRefusal.MemberAlready(var pointer) -> field(pointer, "change-member-already");
            case ChangeRefusal.DatesContradict(var kind) -> field("/on", "change-dates-contradict", kind);
            case ChangeRefusal.InTheFuture() -> field("/on", "change-in-the-future");
            case ChangeRefusal.NobodyLeft() -> field("/leaving", "change-nobody-left");
            case ChangeRefusal.OtherHousehold(var kind) -> field("/otherHousehold", "change-other-household", kind);
            case ChangeRefusal.UnderWay() -> Problem.of(409, "change-under-way");
            case ChangeRefusal.StepNotOpen(var step, var stage) -> Problem.of(409, "step-not-open", step, stage);
            case ChangeRefusal.WrongLevel(var step, var levels) ->
                Problem.of(
                        403,
                        "wrong-level",
                        step,
                        levels.stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
            case ChangeRefusal.SamePerson(var step) -> Problem.of(409, "same-person", step, "REQUEST, REVIEW");
        };
    }

    private static Problem field(String pointer, String code, Object... args) {
        return Problem.of(422, code, args).with(new FieldError(pointer, code, null));
    }
}
