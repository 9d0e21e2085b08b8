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

    static Problem problem(LedgerRefusal refusal) {
        return switch (refusal) {
            case LedgerRefusal.Overdrawn overdrawn ->
                Problem.of(409, code(overdrawn.account().kind()), overdrawn.available(), overdrawn.asked())
                        .with("available", overdrawn.available().toString())
                        .with("asked", overdrawn.asked().toString());
            case LedgerRefusal.PostedBefore posted -> Problem.of(409, "posted-before", posted.businessKey());
            case LedgerRefusal.UnknownEntry unknown -> Problem.of(404, "not-found");
            case LedgerRefusal.NotReversible not -> Problem.of(409, "not-reversible", not.kind());
            case LedgerRefusal.UnknownAccount unknown -> Problem.of(422, "unknown-account", unknown.account());
            case LedgerRefusal.NotByHand not -> Problem.of(409, "not-by-hand", not.kind());
            case LedgerRefusal.SameAccount same -> Problem.of(422, "same-account", same.account());
            case LedgerRefusal.MoneyMixed mixed -> Problem.of(409, "money-mixed");
            case LedgerRefusal.BeyondLimit beyond -> Problem.of(422, "beyond-limit");
            case LedgerRefusal.KeyReused reused -> Problem.of(422, "idempotency-key-reused");
        };
    }

    private static String code(AccountKind kind) {
        return switch (kind) {
            case SOURCE, BUDGET -> "source-overdrawn";
            case VILLAGE, PROJECT, IN_TRANSIT, PAID, FUND, RISK_POOL, OPERATOR, WRITTEN_OFF -> "account-overdrawn";
        };
    }
}
