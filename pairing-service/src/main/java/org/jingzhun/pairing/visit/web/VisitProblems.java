package org.jingzhun.pairing.visit.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.visit.VisitRefusal;

/** Turns refused visits into problems. */
public class VisitProblems {

    @ServerExceptionMapper
    Response refused(VisitRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    /** The problem that a refusal is; the conflicts name what stands against it. */
    public static Problem problem(VisitRefusal refusal) {
        return switch (refusal) {
            case VisitRefusal.NotYourVisit other -> Problem.of(403, "not-your-visit");
            case VisitRefusal.NotYourHousehold other -> Problem.of(409, "not-your-household", other.day());
            case VisitRefusal.InFuture future -> field("/visitedOn", "visit-in-future", future.day());
            case VisitRefusal.RepeatedItem repeated -> field("/incomes", "repeated-income-item", repeated.item());
            case VisitRefusal.UnknownItem unknown -> field("/incomes", "unknown-income-item", unknown.item());
            case VisitRefusal.IncompleteConfirmation incomplete ->
                Problem.of(422, "incomplete-confirmation")
                        .with(new FieldError("/confirmation", "incomplete-confirmation", null));
            case VisitRefusal.UnknownVisit unknown ->
                Problem.of(422, "unknown-visit").with(new FieldError("/corrects", "unknown-visit", null));
            case VisitRefusal.Conflict conflict -> conflict(conflict).with("existing", conflict.existing());
        };
    }

    private static Problem conflict(VisitRefusal.Conflict conflict) {
        return switch (conflict) {
            case VisitRefusal.IdTaken taken -> Problem.of(409, "visit-id-taken");
            case VisitRefusal.DayRecorded recorded -> Problem.of(409, "visit-of-day-recorded", recorded.day());
            case VisitRefusal.CorrectedBefore before -> Problem.of(409, "visit-corrected-before");
            case VisitRefusal.Transferred transferred -> Problem.of(409, "household-transferred", transferred.until());
        };
    }

    private static Problem field(String pointer, String code, Object argument) {
        return Problem.of(422, code, argument).with(new FieldError(pointer, code, null));
    }
}
