package org.jingzhun.identification.testing;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.testing.Tokens;

/** Drives a county of a test to the register, and its households further. */
public final class Registered {

    private Registered() {}

    /** Opens all gates, so that everybody within the quota is on the register of 2015. */
    public static County register(County county, int villages, int quotaPersons) {
        county.begun(quotaPersons, 0)
                .taken(
                        villages,
                        "FIRST_VISIT",
                        "FIRST_APPRAISAL",
                        "FIRST_NOTICE",
                        "FIRST_REVIEW",
                        "SECOND_VISIT",
                        "SECOND_APPRAISAL",
                        "SECOND_NOTICE");
        county.screened();
        county.county()
                .body("{}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200);
        return county.taken(villages, "SECOND_REVIEW", "ANNOUNCEMENT");
    }

    /** Notices of the county stand for no day in this year, by a campaign that says so. */
    public static void withoutNoticeDays(County county, int year) {
        county.county()
                .body(county.body(1, 0).replace("\"year\":2015", "\"year\":" + year))
                .put("/v1/campaigns/" + UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    /** Findings of a standard of households that are all met, with evidence; some criteria otherwise. */
    public static String findings(Map<String, String> otherwise) {
        Map<String, String> findings = new java.util.LinkedHashMap<>(Map.of(
                "INCOME_SOURCE", "\"met\":true",
                "HOUSING", "\"value\":\"25.50\"",
                "MEDICAL", "\"met\":true",
                "EDUCATION", "\"met\":true",
                "ROAD", "\"value\":\"3.50\"",
                "WATER", "\"value\":\"40\"",
                "POWER", "\"met\":true",
                "TELEVISION", "\"met\":true",
                "INCOME", "\"value\":\"3650.00\""));
        findings.putAll(otherwise);
        return findings.entrySet().stream()
                .map(each -> "{\"criterion\":\"%s\",%s,\"evidence\":[\"照片-%s\"]}"
                        .formatted(each.getKey(), each.getValue(), each.getKey()))
                .collect(Collectors.joining(",", "{\"findings\":[", "]}"));
    }

    /** Posts as somebody of a role in the county. */
    public static io.restassured.response.ValidatableResponse post(
            County county, String role, String subject, String path, String body) {
        String area = role.equals("city-officer") ? "4510" : role.equals("region-officer") ? "45" : county.code();
        return Client.as(role, area)
                .auth()
                .oauth2(Tokens.of(role, area, subject))
                .body(body)
                .post(path)
                .then();
    }
}
