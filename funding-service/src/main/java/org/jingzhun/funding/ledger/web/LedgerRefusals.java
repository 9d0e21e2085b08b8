package org.jingzhun.funding.ledger.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.LedgerRefusal;

/** Turns the ledger's refusals into problems. */
class LedgerRefusals {

    @ServerExceptionMapper
    Response refused(LedgerRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(LedgerRefusal refusal) {
        return switch (refusal) {
            case LedgerRefusal.Overdrawn overdrawn ->
                Problem.of(409, code(overdrawn.account().kind()), overdrawn.available(), overdrawn.asked())
                        .with("available", overdrawn.available().toString())
                        .with("asked", overdrawn.asked().toString());
            case LedgerRefusal.PostedBefore posted -> Problem.of(409, "posted-before", posted.businessKey());
            case LedgerRefusal.UnknownEntry unknown -> Problem.of(404, "not-found");
            case LedgerRefusal.NotReversible not -> Problem.of(409, "not-reversible", not.kind());
        };
    }

    private static String code(AccountKind kind) {
        return switch (kind) {
            case SOURCE, BUDGET -> "source-overdrawn";
            case VILLAGE, PROJECT, IN_TRANSIT, PAID, FUND, RISK_POOL, OPERATOR, WRITTEN_OFF -> "account-overdrawn";
        };
    }
}
