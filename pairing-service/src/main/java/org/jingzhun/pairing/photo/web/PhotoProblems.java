package org.jingzhun.pairing.photo.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.photo.PhotoRefusal;

/** Turns refused photos into problems. */
class PhotoProblems {

    @ServerExceptionMapper
    Response refused(PhotoRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(PhotoRefusal refusal) {
        return switch (refusal) {
            case PhotoRefusal.NoPhoto none -> Problem.of(422, "no-photo");
            case PhotoRefusal.TooLarge large -> Problem.of(413, "photo-too-large", large.most());
            case PhotoRefusal.OtherHash damaged -> Problem.of(422, "photo-damaged");
            case PhotoRefusal.NotYourHousehold foreign -> Problem.of(409, "photo-of-foreign-household");
            case PhotoRefusal.HalfAPlace half -> Problem.of(422, "half-a-place");
        };
    }
}
