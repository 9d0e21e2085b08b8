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
            case SocialRefusal.WithoutPovertyDay days -> Problem.of(422, "campaign-without-poverty-day");
            case SocialRefusal.OfAnotherPlace place ->
                Problem.of(403, "campaign-of-another-place", code(place.division()));
            case SocialRefusal.ClosedEarly early -> Problem.of(422, "campaign-closed-early", early.lastOn());
            case SocialRefusal.Unconfirmed unconfirmed -> Problem.of(422, "campaign-unconfirmed");
            case SocialRefusal.UnknownCampaign campaign -> Problem.of(422, "unknown-social-campaign", campaign.id());
            case SocialRefusal.CampaignNotOpen campaign -> Problem.of(409, "campaign-not-open", campaign.state());
            case SocialRefusal.CampaignOver over -> Problem.of(422, "campaign-over", over.lastOn());
            case SocialRefusal.OutsideCampaign place -> Problem.of(422, "outside-campaign", code(place.division()));
            case SocialRefusal.CampaignNamedTwice twice -> Problem.of(422, "campaign-named-twice");
        };
    }

    private static String code(long division) {
        return "%012d".formatted(division);
    }
}
