package org.jingzhun.pairing.link.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.link.LinkKind;
import org.jingzhun.pairing.link.LinkRefusal;

/** Turns refused links into problems. */
class LinkProblems {

    @ServerExceptionMapper
    Response refused(LinkRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(LinkRefusal refusal) {
        return switch (refusal) {
            case LinkRefusal.WrongParty wrong ->
                Problem.of(422, "wrong-party", wrong.kind(), wrong.kind().party())
                        .with(new FieldError("/kind", "wrong-party", null));
            case LinkRefusal.WrongCalling wrong ->
                Problem.of(422, "wrong-calling", wrong.kind(), wrong.wanted())
                        .with(new FieldError("/helperId", "wrong-calling", null));
            case LinkRefusal.WrongLevel wrong ->
                Problem.of(422, "wrong-unit-level", wrong.kind(), wrong.wanted())
                        .with(new FieldError(
                                wrong.kind().party() == LinkKind.Party.UNIT ? "/unitId" : "/helperId",
                                "wrong-unit-level",
                                null));
            case LinkRefusal.NoLeader none ->
                Problem.of(422, "no-leader").with(new FieldError("/helperId", "no-leader", null));
            case LinkRefusal.SameParty same -> Problem.of(409, "same-party");
            case LinkRefusal.ResidesElsewhere elsewhere -> Problem.of(409, "resident-elsewhere");
            case LinkRefusal.ResidesAlready already -> Problem.of(409, "resident-already");
            case LinkRefusal.InFuture future ->
                Problem.of(422, "link-in-future", future.since())
                        .with(new FieldError("/since", "link-in-future", null));
            case LinkRefusal.UnitNotLinked unlinked -> Problem.of(409, "unit-not-linked", unlinked.village());
            case LinkRefusal.UnknownParty unknown -> unknown(unknown.party());
            case LinkRefusal.LimitReached reached ->
                Problem.of(409, reached.ofParty() ? "link-limit" : "place-limit", reached.limit(), reached.kind());
            case LinkRefusal.Exists exists -> Problem.of(409, "link-exists");
            case LinkRefusal.WithoutTerm without -> Problem.of(409, "link-without-term", without.kind());
            case LinkRefusal.StillPoor poor -> Problem.of(409, "village-still-poor", poor.division());
            case LinkRefusal.TermNotOver term -> Problem.of(409, "term-not-over", term.lastDay());
            case LinkRefusal.CreditCodeTaken taken ->
                Problem.of(409, "credit-code-taken").with(new FieldError("/creditCode", "credit-code-taken", null));
        };
    }

    private static Problem unknown(LinkKind.Party party) {
        return switch (party) {
            case UNIT -> Problem.of(422, "unknown-unit").with(new FieldError("/unitId", "unknown-unit", null));
            case HELPER -> Problem.of(422, "unknown-helper").with(new FieldError("/helperId", "unknown-helper", null));
            case ENTERPRISE, CITY ->
                Problem.of(422, "unknown-enterprise").with(new FieldError("/enterpriseId", "unknown-enterprise", null));
        };
    }
}
