package org.jingzhun.identification.household.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.household.HouseholdRefusal;

/** Turns what the roster refuses into problems. */
class HouseholdProblems {

    @ServerExceptionMapper
    Response refused(HouseholdRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(HouseholdRefusal refusal) {
        return switch (refusal) {
            case HouseholdRefusal.UnknownVillage unknown ->
                Problem.of(422, "unknown-village", DivisionCode.text(unknown.code()))
                        .with(new FieldError("/villageCode", "unknown-village", null));
            case HouseholdRefusal.InvalidMembers invalid ->
                Problem.of(422, invalid.code()).with(new FieldError(invalid.pointer(), invalid.code(), null));
            case HouseholdRefusal.Contradictory contradictory ->
                Problem.of(
                                422,
                                "contradictory-facts",
                                contradictory.contradictions().size())
                        .with(contradictory.contradictions().stream()
                                .map(each -> new FieldError(each.pointer(), each.code(), null))
                                .toList())
                        .with("rules", contradictory.version());
            case HouseholdRefusal.VersionKnown known -> Problem.of(409, "contradictions-known", known.version());
            case HouseholdRefusal.UnknownValue unknown ->
                Problem.of(422, "contradiction-value")
                        .with(new FieldError(unknown.pointer(), "contradiction-value", null));
            case HouseholdRefusal.PersonElsewhere elsewhere -> Problem.of(409, "duplicate-person");
        };
    }
}
