package org.jingzhun.pairing.social.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.pairing.social.SocialRefusal;

/** Turns refusals of social help into problems. */
class SocialRefusals {

    @ServerExceptionMapper
    Response refused(SocialRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(SocialRefusal refusal) {
        return switch (refusal) {
            case SocialRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case SocialRefusal.UnknownPlace place -> Problem.of(422, "social-unknown-place");
            case SocialRefusal.BadDays days -> Problem.of(422, "social-bad-days");
            case SocialRefusal.IdTaken taken -> Problem.of(409, "social-id-taken", taken.id());
            case SocialRefusal.AlreadyMatched matched -> Problem.of(409, "already-matched");
        };
    }
}
