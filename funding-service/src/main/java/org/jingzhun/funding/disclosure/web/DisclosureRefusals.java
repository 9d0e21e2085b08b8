package org.jingzhun.funding.disclosure.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.disclosure.DisclosureRefusal;

/** Turns refusals of disclosure into problems. */
class DisclosureRefusals {

    private static final int TOO_MANY = 429;

    @ServerExceptionMapper
    Response refused(DisclosureRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(DisclosureRefusal refusal) {
        return switch (refusal) {
            case DisclosureRefusal.UnknownDisclosure unknown -> Problem.of(404, "not-found");
            case DisclosureRefusal.UnknownObjection unknown -> Problem.of(404, "not-found");
            case DisclosureRefusal.PersonalData personal -> Problem.of(422, "personal-data-announced");
            case DisclosureRefusal.TooManyObjections many -> Problem.of(TOO_MANY, "too-many-objections");
            case DisclosureRefusal.AnsweredBefore before -> Problem.of(409, "answered-before");
            case DisclosureRefusal.BoardTooShort board ->
                Problem.of(422, "board-too-short", board.days(), board.from().toString())
                        .with("days", board.days());
            case DisclosureRefusal.ForeignBoard foreign -> Problem.of(422, "foreign-board");
            case DisclosureRefusal.BoardRecordedBefore before -> Problem.of(409, "board-recorded-before");
        };
    }
}
