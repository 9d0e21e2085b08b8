package org.jingzhun.identification.monitoring.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.monitoring.MonitoringException;
import org.jingzhun.identification.monitoring.MonitoringRefusal;

/** Turns what monitoring is refused for into problems. */
class MonitoringProblems {

    @ServerExceptionMapper
    Response refused(MonitoringException refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    private static Problem problem(MonitoringRefusal refusal) {
        return switch (refusal) {
            case MonitoringRefusal.StepNotOpen(var step, var stage) -> Problem.of(409, "step-not-open", step, stage);
            case MonitoringRefusal.WrongLevel(var step, var levels) -> Problem.of(403, "wrong-level", step, levels);
            case MonitoringRefusal.SamePerson(var step, var earlier) -> Problem.of(409, "same-person", step, earlier);
            case MonitoringRefusal.UnknownHousehold(var household) ->
                field("/householdId", "unknown-household", household);
            case MonitoringRefusal.ToldInFuture(var toldOn) -> field("/toldOn", "told-in-future", toldOn);
            case MonitoringRefusal.IsPoor(var status) -> Problem.of(409, "household-is-poor", status);
            case MonitoringRefusal.NotPoor(var status) -> Problem.of(409, "household-not-poor");
            case MonitoringRefusal.NotExited(var status) -> Problem.of(409, "household-not-exited");
            case MonitoringRefusal.FindingsMissing() -> field("/findings", "monitoring-findings-missing");
            case MonitoringRefusal.ClassUnexplained(var outcome) -> field("/remark", "class-unexplained", outcome);
            case MonitoringRefusal.LineMissing(int year) ->
                Problem.of(409, "monitoring-line-missing", Integer.toString(year));
            case MonitoringRefusal.EvidenceMissing() -> field("/evidence", "monitoring-evidence-missing");
            case MonitoringRefusal.MinutesMissing(var step) -> field("/minutes", "minutes-missing", step);
            case MonitoringRefusal.NoQuorum(int present, int entitled, var quorum) ->
                Problem.of(409, "no-quorum", present, entitled, quorum.part(), quorum.of());
            case MonitoringRefusal.NotCarried(int votes, int present, var majority) ->
                Problem.of(409, "not-carried", votes, present, majority.part(), majority.of());
            case MonitoringRefusal.NoticeRunning(var lastDay) ->
                Problem.of(409, "notice-running", lastDay).with("until", lastDay);
            case MonitoringRefusal.OpenObjection(int count) -> Problem.of(409, "open-objection", count);
            case MonitoringRefusal.UpheldObjection() -> Problem.of(409, "upheld-monitoring-objection");
            case MonitoringRefusal.NoNotice(var stage) -> Problem.of(409, "no-monitoring-notice", stage);
            case MonitoringRefusal.ObjectionResolved() -> Problem.of(409, "objection-resolved");
            case MonitoringRefusal.InvestigatorConcerned() -> Problem.of(409, "monitoring-investigator-concerned");
            case MonitoringRefusal.DocumentMissing() -> field("/documentNumber", "document-missing");
            case MonitoringRefusal.RemarkMissing(var step) -> field("/remark", "reason-missing", step);
            case MonitoringRefusal.MeasureMissing() -> field("/measure", "measure-missing");
            case MonitoringRefusal.MeasureDueInPast(var dueOn) -> field("/measure/dueOn", "measure-due-in-past", dueOn);
            case MonitoringRefusal.NoSuchOpenMeasure(var measure) -> field("/measureId", "no-such-open-measure");
            case MonitoringRefusal.MeasuresNotDone(int measures, int open) ->
                Problem.of(409, "measures-not-done", measures, open);
            case MonitoringRefusal.RiskRemains() -> field("/clearance", "risk-remains");
            case MonitoringRefusal.IncomeNotStable(var day, int coveredDays) ->
                Problem.of(409, "income-not-stable", day, coveredDays);
            case MonitoringRefusal.NoLabour() -> Problem.of(409, "nobody-can-work");
            case MonitoringRefusal.NewLead() -> Problem.of(409, "new-monitoring-lead");
        };
    }

    private static Problem field(String pointer, String code, Object... args) {
        return Problem.of(422, code, args).with(new FieldError(pointer, code, null));
    }
}
