package org.jingzhun.identification.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.testing.Tokens;

/** Drives a county of a test to the register, and its households further. */
public final class Registered {

    private static final Map<String, String> FOUND = Map.of(
            "INCOME_SOURCE", "\"met\":true",
            "HOUSING", "\"value\":\"25.50\"",
            "MEDICAL", "\"met\":true",
            "EDUCATION", "\"met\":true",
            "ROAD", "\"value\":\"3.50\"",
            "WATER", "\"value\":\"40.00\"",
            "POWER", "\"met\":true",
            "TELEVISION", "\"met\":true",
            "INCOME", "\"value\":\"3650.00\"");

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

    /** Households leave poverty, with the steps that a county takes of many at once. */
    public static void exit(County county, int year, String... names) {
        List<String> plans = new ArrayList<>();
        List<String> found = new ArrayList<>();
        List<String> signed = new ArrayList<>();
        for (String name : names) {
            UUID household = county.household(name);
            plans.add("{\"householdId\":\"%s\",\"year\":%d}".formatted(household, year));
            FOUND.forEach((criterion, value) -> found.add("""
                    {"householdId":"%s","year":%d,"criterion":"%s",%s,"evidence":["照片"]}""".formatted(household, year, criterion, value)));
            signed.add("""
                    {"householdId":"%s","year":%d,"recognisedBy":"%s","certifiedBy":["李队员","赵干部"],\
                    "recognisedOn":"%d-11-20"}""".formatted(household, year, name, year));
        }
        assertThat(Client.imported("county-officer", county.code(), "exits", plans)
                        .getInt("rejected"))
                .isZero();
        mass(
                county,
                year,
                "APPRAISAL",
                "village-officer",
                ",\"minutes\":{\"present\":20,\"entitled\":30,\"votes\":18}");
        assertThat(Client.imported("county-officer", county.code(), "exit-findings", found)
                        .getInt("rejected"))
                .isZero();
        mass(county, year, "VERIFICATION", "township-officer", "");
        assertThat(Client.imported("county-officer", county.code(), "exit-recognitions", signed)
                        .getInt("updated"))
                .isEqualTo(names.length);
        mass(county, year, "RECOGNITION", "village-officer", "");
        mass(county, year, "NOTICE", "village-officer", "");
        mass(county, year, "REVIEW", "township-officer", "");
        mass(county, year, "APPROVAL", "county-officer", ",\"documentNumber\":\"隆政发〔%d〕88号\"".formatted(year));
        mass(county, year, "ANNOUNCEMENT", "county-officer", "");
    }

    private static void mass(County county, int year, String step, String role, String more) {
        post(county, role, role + " of " + step, "/v1/exits/steps", """
                {"division":"%s","year":%d,"request":{"step":"%s","signers":["黄某"]%s}}""".formatted(county.code(), year, step, more))
                .statusCode(200)
                .body("refused", empty());
    }

    /** Findings of a standard of households that are all met, with evidence; some criteria otherwise. */
    public static String findings(Map<String, String> otherwise) {
        Map<String, String> findings = new LinkedHashMap<>(FOUND);
        findings.putAll(otherwise);
        return findings.entrySet().stream()
                .map(each -> "{\"criterion\":\"%s\",%s,\"evidence\":[\"照片-%s\"]}"
                        .formatted(each.getKey(), each.getValue(), each.getKey()))
                .collect(Collectors.joining(",", "{\"findings\":[", "]}"));
    }

    /** Posts as somebody of a role in the county. */
    public static io.restassured.response.ValidatableResponse post(
            County county, String role, String subject, String path, String body) {
        String area = role.equals("city-officer")
                ? county.code().substring(0, 4)
                : role.equals("region-officer") ? "45" : county.code();
        return Client.as(role, area)
                .auth()
                .oauth2(Tokens.of(role, area, subject))
                .body(body)
                .post(path)
                .then();
    }
}
