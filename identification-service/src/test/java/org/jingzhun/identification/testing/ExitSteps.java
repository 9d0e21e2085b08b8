package org.jingzhun.identification.testing;

import static org.jingzhun.identification.testing.Client.as;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.testing.Tokens;

/** The steps of exits as the officers of each level take them. */
public final class ExitSteps {

    private static final Map<String, String> LEVELS = Map.of(
            "APPRAISAL", "village-officer",
            "VERIFICATION", "township-officer",
            "RECOGNITION", "village-officer",
            "NOTICE", "village-officer",
            "REVIEW", "township-officer",
            "APPROVAL", "county-officer",
            "ANNOUNCEMENT", "county-officer",
            "SEND_BACK", "township-officer");

    private ExitSteps() {}

    public static ValidatableResponse plan(County county, UUID household, int year) {
        return Registered.post(
                county,
                "county-officer",
                "planner",
                "/v1/exits",
                "{\"householdId\":\"%s\",\"year\":%d}".formatted(household, year));
    }

    public static ValidatableResponse village(County county, int village) {
        return Registered.post(
                county,
                "county-officer",
                "planner",
                "/v1/village-exits",
                "{\"division\":\"%s\",\"year\":2017}".formatted(county.village(village)));
    }

    /** Every criterion of a standard that a team checks is met. */
    public static String allMet(String subject, String version) {
        List<Map<String, Object>> criteria = as("visitor", "45")
                .get("/v1/exit-standards?subject=" + subject)
                .jsonPath()
                .getList("items.find { it.version == '%s' }.criteria.findAll { it.measuredBy == 'TEAM' }"
                        .formatted(version));
        return criteria.stream()
                .map(each -> "{\"criterion\":\"%s\",%s,\"evidence\":[\"报告\"]}"
                        .formatted(
                                each.get("code"),
                                each.get("value") == null ? "\"met\":true" : "\"value\":\"" + each.get("value") + "\""))
                .collect(Collectors.joining(",", "{\"findings\":[", "]}"));
    }

    public static ValidatableResponse findings(County county, String exit, String body) {
        return as("township-officer", county.code())
                .auth()
                .oauth2(Tokens.of("township-officer", county.code(), "team"))
                .body(body)
                .put("/v1/exits/" + exit + "/findings")
                .then();
    }

    public static ValidatableResponse step(County county, String exit, String step) {
        return step(
                county,
                exit,
                step,
                LEVELS.getOrDefault(step, "county-officer"),
                LEVELS.getOrDefault(step, "county-officer") + " of " + step);
    }

    public static ValidatableResponse step(County county, String exit, String step, String role, String subject) {
        return Registered.post(county, role, subject, "/v1/exits/" + exit + "/steps", body(step, true));
    }

    public static ValidatableResponse place(County county, String kind, String exit, String step, String role) {
        return Registered.post(
                county, role, role + " of " + step, "/v1/" + kind + "/" + exit + "/steps", body(step, true));
    }

    public static ValidatableResponse mass(County county, String step) {
        return Registered.post(
                county,
                LEVELS.getOrDefault(step, "county-officer"),
                LEVELS.getOrDefault(step, "county-officer") + " of " + step,
                "/v1/exits/steps",
                "{\"division\":\"%s\",\"year\":2017,\"request\":%s}".formatted(county.code(), body(step, false)));
    }

    public static String body(String step, boolean signed) {
        String more =
                switch (step) {
                    case "APPRAISAL" -> ",\"minutes\":{\"present\":20,\"entitled\":30,\"votes\":18}";
                    case "APPROVAL" -> ",\"documentNumber\":\"隆政发〔2017〕88号\"";
                    case "RECOGNITION" ->
                        signed ? ",\"recognition\":{\"recognisedBy\":\"户主\",\"certifiedBy\":[\"李队员\",\"赵干部\"]}" : "";
                    case "SEND_BACK", "WITHDRAWAL" -> ",\"remark\":\"群众有异议\"";
                    default -> "";
                };
        return "{\"step\":\"%s\",\"signers\":[\"黄某\"]%s}".formatted(step, more);
    }
}
