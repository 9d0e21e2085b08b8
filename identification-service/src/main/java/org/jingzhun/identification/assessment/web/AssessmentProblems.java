package org.jingzhun.identification.assessment.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.assessment.AssessmentRefusal;
import org.jingzhun.identification.scorecard.scoring.AnswerFault;

/** Turns what an assessment is refused for into problems. */
class AssessmentProblems {

    @ServerExceptionMapper
    Response refused(AssessmentRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(AssessmentRefusal refusal) {
        return switch (refusal) {
            case AssessmentRefusal.UnknownHousehold unknown ->
                Problem.of(422, "unknown-household").with(new FieldError("/householdId", "unknown-household", null));
            case AssessmentRefusal.OtherHousehold other -> Problem.of(422, "other-household");
            case AssessmentRefusal.NoScorecard none ->
                Problem.of(422, "no-scorecard", none.version(), none.day())
                        .with(new FieldError("/scorecard", "no-scorecard", null));
            case AssessmentRefusal.VisitOutOfTime other ->
                Problem.of(422, "visit-out-of-time", other.from(), other.until())
                        .with(new FieldError("/visitedOn", "visit-out-of-time", null));
            case AssessmentRefusal.FaultyAnswers faulty -> faultyAnswers(faulty.faults());
            case AssessmentRefusal.InvalidVisit invalid ->
                Problem.of(422, invalid.code()).with(new FieldError(invalid.pointer(), invalid.code(), null));
            case AssessmentRefusal.InvalidChange invalid ->
                Problem.of(422, invalid.code(), invalid.args().toArray())
                        .with(new FieldError(invalid.pointer(), invalid.code(), null));
            case AssessmentRefusal.ListDecided decided -> Problem.of(409, "list-decided");
            case AssessmentRefusal.ScoreAppraised appraised -> Problem.of(409, "score-appraised");
            case AssessmentRefusal.SameAssessors same ->
                Problem.of(409, "same-assessors").with(new FieldError("/assessors", "same-assessors", null));
            case AssessmentRefusal.VisitRecorded recorded -> Problem.of(409, "visit-recorded");
            case AssessmentRefusal.IdTaken taken -> Problem.of(409, "id-taken");
        };
    }

    /** The first fault gives the problem its code and its sentence; errors names each. */
    private static Problem faultyAnswers(List<AnswerFault> faults) {
        AnswerFault first = faults.getFirst();
        return new Problem(422, first.code(), List.copyOf(first.args()), List.of(), java.util.Map.of())
                .with(faults.stream()
                        .map(fault -> new FieldError(
                                fault.category().isEmpty() ? "/answers" : "/answers/" + fault.category(),
                                fault.code(),
                                null))
                        .toList());
    }
}
