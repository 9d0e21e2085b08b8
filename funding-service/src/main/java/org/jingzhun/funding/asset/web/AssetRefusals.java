package org.jingzhun.funding.asset.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.funding.asset.AssetRefusal;

/** Turns refusals about assets into problems. */
class AssetRefusals {

    @ServerExceptionMapper
    Response refused(AssetRefusal refusal, RoutingContext exchange) {
        return Problems.answer(problem(refusal), exchange);
    }

    private static Problem problem(AssetRefusal refusal) {
        return switch (refusal) {
            case AssetRefusal.Unknown unknown -> Problem.of(404, "not-found");
            case AssetRefusal.OutsideArea outside -> Problem.of(422, "place-outside-area");
            case AssetRefusal.FloorTooLow low ->
                Problem.of(422, "floor-rate-too-low", percent(low.rate()), percent(low.minimum()));
            case AssetRefusal.HoldersNotEligible not ->
                Problem.of(422, "holders-not-eligible", not.holders()).with("holders", not.holders());
            case AssetRefusal.AboveValue above ->
                Problem.of(422, "above-what-is-left", above.available(), above.asked())
                        .with("available", above.available().toString())
                        .with("asked", above.asked().toString());
            case AssetRefusal.NotNow not ->
                Problem.of(
                        status(not.reason()),
                        not.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        not.detail());
        };
    }

    private static String percent(int tenThousandths) {
        return "%d.%02d%%".formatted(tenThousandths / 100, tenThousandths % 100);
    }

    private static int status(AssetRefusal.Reason reason) {
        return switch (reason) {
            case ASSET_FIXED, PERIOD_DIVIDED, NOTICE_RUNNING, SHARES_CHANGED, VALUED_BEFORE, RULE_EXISTS -> 409;
            case DAY_INVALID,
                    CONTRACT_DATES,
                    NO_HOLDERS,
                    PERIOD_INVALID,
                    NOTHING_TO_DIVIDE,
                    STEP_TAKEN_ELSEWHERE,
                    RULE_MISSING -> 422;
        };
    }
}
