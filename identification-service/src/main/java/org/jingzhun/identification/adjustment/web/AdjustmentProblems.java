package org.jingzhun.identification.adjustment.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.adjustment.AdjustmentException;
import org.jingzhun.identification.adjustment.AdjustmentRefusal;

/** Turns what rounds and checks are refused for into problems. */
class AdjustmentProblems {

    @ServerExceptionMapper
    Response refused(AdjustmentException refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    private static Problem problem(AdjustmentRefusal refusal) {
        return switch (refusal) {
            case AdjustmentRefusal.UnknownDivision(var division) -> field("/division", "unknown-division", division);
            case AdjustmentRefusal.RoundExists(int year, int number) ->
                Problem.of(409, "adjustment-round-exists", Integer.toString(year), number);
            case AdjustmentRefusal.RoundClosed() -> Problem.of(409, "adjustment-round-closed");
            case AdjustmentRefusal.ChecksOpen(int open) -> Problem.of(409, "quality-checks-open", open);
            case AdjustmentRefusal.ReturnsWaiting(int waiting) -> Problem.of(409, "returns-waiting", waiting);
            case AdjustmentRefusal.NeverChecked() -> Problem.of(409, "adjustment-round-never-checked");
            case AdjustmentRefusal.TargetUnfitting(var target) -> field("/target", "check-target-unfitting", target);
            case AdjustmentRefusal.CheckerUnfitting(var kind) -> field("/checker", "checker-unfitting", kind);
            case AdjustmentRefusal.OwnDivision() -> field("/checker", "checker-of-the-own");
            case AdjustmentRefusal.CheckerOfAnotherLevel(var target) ->
                field("/checker", "checker-of-another-level", target);
            case AdjustmentRefusal.OrderedFromAbove(var kind) -> Problem.of(403, "check-ordered-from-above", kind);
            case AdjustmentRefusal.StepNotOpen(var step, var stage) -> Problem.of(409, "step-not-open", step, stage);
            case AdjustmentRefusal.RemarkMissing(var step) -> field("/remark", "reason-missing", step);
            case AdjustmentRefusal.EmptyFrame() -> Problem.of(409, "sample-frame-empty");
            case AdjustmentRefusal.NotAllChecked(int unchecked) -> Problem.of(409, "sample-unchecked", unchecked);
            case AdjustmentRefusal.NotAllSettled(int unsettled) -> Problem.of(409, "findings-unsettled", unsettled);
            case AdjustmentRefusal.NotUnderWay(var stage) -> Problem.of(409, "quality-check-not-under-way", stage);
            case AdjustmentRefusal.NotTheChecker(var kind) -> Problem.of(403, "not-the-checker", kind);
            case AdjustmentRefusal.FindingUnfitting(var finding, var standing) ->
                field("/finding", "quality-finding-unfitting", finding, standing);
            case AdjustmentRefusal.EvidenceMissing(var finding) ->
                field("/evidence", "quality-evidence-missing", finding);
            case AdjustmentRefusal.CorrectionBegun() -> Problem.of(409, "correction-begun");
            case AdjustmentRefusal.NothingToCorrect() -> Problem.of(409, "nothing-to-correct");
            case AdjustmentRefusal.LinkUnfitting(var finding, var links) ->
                field(
                        "/link",
                        "correction-link-unfitting",
                        finding,
                        links.stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
            case AdjustmentRefusal.NotTheChecked() -> Problem.of(403, "not-the-checked");
            case AdjustmentRefusal.SamePerson() -> Problem.of(409, "same-person-refutes");
        };
    }

    private static Problem field(String pointer, String code, Object... args) {
        return Problem.of(422, code, args).with(new FieldError(pointer, code, null));
    }
}
