package org.jingzhun.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;

/** What an officer of the sample county sees of it. */
record LonglinView(Api api) {

    static final String COUNTY = "451031";
    static final Token OFFICER = Token.of("county-officer", COUNTY);

    List<JsonNode> rows(SuiteService service, Token token, String path) {
        List<JsonNode> rows = new ArrayList<>();
        api.eachRow(service, token, path, rows::add);
        return rows;
    }

    List<JsonNode> register() {
        return rows(SuiteService.IDENTIFICATION, OFFICER, "/v1/register?division=" + COUNTY);
    }

    List<JsonNode> pairings() {
        return rows(SuiteService.PAIRING, OFFICER, "/v1/pairings?division=" + COUNTY);
    }

    /** A household as the register shows it, with its helper and the money of its village. */
    JsonNode registered(String household) {
        return api.get(SuiteService.IDENTIFICATION, OFFICER, "/v1/register/" + household);
    }

    /** Id of a household's helper, as identification knows it. */
    String helperOf(String household) {
        return registered(household).path("helper").path("helperId").asText();
    }
}
