package org.jingzhun.funding.alert.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.alert.AlertException;
import org.jingzhun.funding.alert.AlertRefusal;

/** Turns refusals of alerts into problems. */
class AlertRefusals {

    @ServerExceptionMapper
    Response refused(AlertException refused, RoutingContext exchange) {
        return Problems.answer(problem(refused.refusal()), exchange);
    }

    private static Problem problem(AlertRefusal refusal) {
        return switch (refusal) {
            case AlertRefusal.UnknownAlert unknown -> Problem.of(404, "not-found");
            case AlertRefusal.OwnerMissing missing -> Problem.of(422, "alert-owner-missing");
            case AlertRefusal.NotTheOwner not -> Problem.of(403, "not-the-owner");
            case AlertRefusal.OwnerDecides decides -> Problem.of(409, "same-person", decides.step(), "ASSIGN");
            case AlertRefusal.EvidenceMissing missing -> Problem.of(422, "alert-evidence-missing", missing.step());
        };
    }
}
