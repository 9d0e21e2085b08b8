package org.jingzhun.identification.transition.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.transition.TransitionException;
import org.jingzhun.identification.transition.TransitionRefusal;

/** Turns what a transition is refused for into problems. */
class TransitionProblems {

    @ServerExceptionMapper
    Response refused(TransitionException refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    private static Problem problem(TransitionRefusal refusal) {
        return switch (refusal) {
            case TransitionRefusal.GateNotOpen(var gate, var stage) -> Problem.of(409, "gate-not-open", gate, stage);
            case TransitionRefusal.WrongLevel(var gate, var level) -> Problem.of(403, "wrong-level", gate, level);
            case TransitionRefusal.SamePerson(var gate, var earlier) -> Problem.of(409, "same-person", gate, earlier);
            case TransitionRefusal.ApprovedTheExit(var gate) -> Problem.of(409, "same-person", gate, "APPROVAL");
            case TransitionRefusal.OtherStatus(var kind, var status) -> Problem.of(409, "other-status", kind, status);
            case TransitionRefusal.EvidenceMissing() -> field("/evidence", "transition-evidence-missing");
            case TransitionRefusal.MinutesMissing(var gate) -> field("/minutes", "minutes-missing", gate);
            case TransitionRefusal.NoQuorum(int present, int entitled, var quorum) ->
                Problem.of(409, "no-quorum", present, entitled, quorum.part(), quorum.of());
            case TransitionRefusal.NotCarried(int votes, int present, var majority) ->
                Problem.of(409, "not-carried", votes, present, majority.part(), majority.of());
            case TransitionRefusal.NoticeRunning(var lastDay) ->
                Problem.of(409, "notice-running", lastDay).with("until", lastDay);
            case TransitionRefusal.DocumentMissing() -> field("/documentNumber", "document-missing");
            case TransitionRefusal.RemarkMissing(var gate) -> field("/remark", "reason-missing", gate);
            case TransitionRefusal.UnderWay() -> Problem.of(409, "transition-under-way");
        };
    }

    private static Problem field(String pointer, String code, Object... args) {
        return Problem.of(422, code, args).with(new FieldError(pointer, code, null));
    }
}
