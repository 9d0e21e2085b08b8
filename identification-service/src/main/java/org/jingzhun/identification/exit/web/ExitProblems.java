package org.jingzhun.identification.exit.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.exit.ExitException;
import org.jingzhun.identification.exit.ExitRefusal;

/** Turns what an exit is refused for into problems. */
class ExitProblems {

    @ServerExceptionMapper
    Response refused(ExitException refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    static Problem problem(ExitRefusal refusal) {
        return switch (refusal) {
            case ExitRefusal.StepNotOpen(var step, var stage) -> Problem.of(409, "step-not-open", step, stage);
            case ExitRefusal.WrongLevel(var step, var level) -> Problem.of(403, "wrong-level", step, level);
            case ExitRefusal.SamePerson(var step, var earlier) -> Problem.of(409, "same-person", step, earlier);
            case ExitRefusal.MinutesMissing(var step) -> field("/minutes", "minutes-missing", step);
            case ExitRefusal.NoQuorum(int present, int entitled, var quorum) ->
                Problem.of(409, "no-quorum", present, entitled, quorum.part(), quorum.of());
            case ExitRefusal.NotCarried(int votes, int present, var majority) ->
                Problem.of(409, "not-carried", votes, present, majority.part(), majority.of());
            case ExitRefusal.FindingsMissing(var criteria) -> named("findings-missing", criteria);
            case ExitRefusal.EvidenceMissing(var criteria) -> named("evidence-missing", criteria);
            case ExitRefusal.StandardNotMet(var standard, var criteria) ->
                named("standard-not-met", criteria).with("standard", standard);
            case ExitRefusal.IncidenceTooHigh(var standard) ->
                named("incidence-too-high", List.of("INCIDENCE")).with("standard", standard);
            case ExitRefusal.YearOfEntry(int entry, int year) -> Problem.of(409, "year-of-entry", entry, year);
            case ExitRefusal.PlanUnderWay(int year) -> Problem.of(409, "plan-under-way", Integer.toString(year));
            case ExitRefusal.PlanFixed(int year) -> Problem.of(409, "plan-fixed", Integer.toString(year));
            case ExitRefusal.NotPoor(var status) -> Problem.of(409, "not-poor", status);
            case ExitRefusal.NotRecognised() -> field("/recognition", "not-recognised");
            case ExitRefusal.SignedForBoth() -> field("/recognition/certifiedBy", "signed-for-both");
            case ExitRefusal.NoticeRunning(var lastDay) ->
                Problem.of(409, "notice-running", lastDay).with("until", lastDay);
            case ExitRefusal.OpenObjection(int count) -> Problem.of(409, "open-objection", count);
            case ExitRefusal.UpheldObjection() -> Problem.of(409, "upheld-objection");
            case ExitRefusal.NoNotice(var stage) -> Problem.of(409, "no-exit-notice", stage);
            case ExitRefusal.ObjectionResolved() -> Problem.of(409, "objection-resolved");
            case ExitRefusal.InvestigatorConcerned() -> Problem.of(409, "investigator-concerned");
            case ExitRefusal.WrongLevelToResolve(var level) -> Problem.of(403, "wrong-level-to-resolve", level);
            case ExitRefusal.Unevaluated(var criteria) -> named("evaluation-missing", criteria);
            case ExitRefusal.EvaluationMissed(var standard, var criteria) ->
                named("evaluation-missed", criteria).with("standard", standard);
            case ExitRefusal.EvaluationClosed(var stage, int year) -> Problem.of(409, "evaluation-closed", stage, year);
            case ExitRefusal.EvaluatorConcerned() -> Problem.of(409, "evaluator-concerned");
            case ExitRefusal.DocumentMissing() -> field("/documentNumber", "document-missing");
            case ExitRefusal.ReasonMissing(var step) -> field("/remark", "reason-missing", step);
            case ExitRefusal.UnknownSubject(var subject) -> Problem.of(422, "exit-unknown-subject", subject);
            case ExitRefusal.AlreadyPlanned() -> Problem.of(409, "exit-planned");
            case ExitRefusal.AlreadyExited() -> Problem.of(409, "exited-already");
            case ExitRefusal.NoStandard(int year) -> field("/standard", "no-exit-standard", year);
            case ExitRefusal.UnknownCriterion(int index, var standard, var criterion) ->
                field("/findings/" + index + "/criterion", "unknown-criterion", standard, criterion);
            case ExitRefusal.ValueMissing(int index, var criterion) ->
                field("/findings/" + index + "/value", "finding-value-missing", criterion);
            case ExitRefusal.MeasuredByRegister(int index, var criterion) ->
                field("/findings/" + index + "/criterion", "measured-by-register", criterion);
            case ExitRefusal.MeasuredByEvaluation(int index, var criterion) ->
                field("/findings/" + index + "/criterion", "measured-by-evaluation", criterion);
            case ExitRefusal.NoLine(int year) -> Problem.of(409, "no-poverty-line", year);
            case ExitRefusal.FindingsClosed(var stage, int year) -> Problem.of(409, "findings-closed", stage, year);
            case ExitRefusal.StandardExists(var version) -> Problem.of(409, "standard-exists", version);
        };
    }

    private static Problem named(String code, List<String> criteria) {
        return Problem.of(409, code, String.join(", ", criteria)).with("criteria", criteria);
    }

    private static Problem field(String pointer, String code, Object... args) {
        return Problem.of(422, code, args).with(new FieldError(pointer, code, null));
    }
}
