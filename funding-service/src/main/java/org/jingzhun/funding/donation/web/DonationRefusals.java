package org.jingzhun.funding.donation.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.donation.DonationRefusal;

/** Turns refusals about donations into problems. */
class DonationRefusals {

    @ServerExceptionMapper
    Response refused(DonationRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(DonationRefusal refusal) {
        return switch (refusal) {
            case DonationRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case DonationRefusal.OutsideArea outside -> Problem.of(422, "place-outside-area");
            case DonationRefusal.GoodsMismatch mismatch -> Problem.of(422, "goods-mismatch");
            case DonationRefusal.GoodsGone gone -> Problem.of(409, "goods-gone", gone.left());
            case DonationRefusal.NoReceipt none -> Problem.of(409, "no-receipt");
            case DonationRefusal.TakenElsewhere elsewhere ->
                Problem.of(422, "donation-step-elsewhere", elsewhere.step());
        };
    }
}
