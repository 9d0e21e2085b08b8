package org.jingzhun.acceptance.clients;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.acceptance.RunningSuite;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;

/**
 * A helper (帮扶干部) of the sample county to whom the plan gave some households, and who has visited none.
 *
 * @param id the helper's
 * @param token with which the helper's phone calls
 */
record FreshHelper(UUID id, Token token) {

    static final String COUNTY = "451031";
    static final int SOME_HOUSEHOLDS = 3;

    static FreshHelper of(RunningSuite.Reach suite) {
        Api api = new Api(suite.addresses(), suite.keys());
        Token officer = Token.of("county-officer", COUNTY);
        Map<String, Integer> households = new HashMap<>();
        api.eachRow(SuiteService.PAIRING, officer, "/v1/pairings?division=" + COUNTY, pairing -> {
            if (!pairing.has("until")) {
                households.merge(pairing.path("helperId").asText(), 1, Integer::sum);
            }
        });
        String found = households.keySet().stream()
                .filter(helper -> households.getOrDefault(helper, 0) >= SOME_HOUSEHOLDS)
                .sorted()
                .filter(helper -> api.get(SuiteService.PAIRING, officer, "/v1/visits?helper=" + helper)
                        .path("items")
                        .isEmpty())
                .findFirst()
                .orElseThrow();
        return new FreshHelper(UUID.fromString(found), new Token("helper", COUNTY, "帮扶干部", Optional.of(found)));
    }
}
