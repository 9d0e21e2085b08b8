package org.jingzhun.funding.testing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.funding.testing.Client.County;

/** Proposals of a county, and the steps of its officers. */
public final class Projects {

    private Projects() {}

    public static Map<String, Object> body(County county, String amount) {
        var body = new HashMap<String, Object>();
        body.putAll(Map.of(
                "division", county.village(1),
                "year", 2016,
                "name", "油茶种植基地",
                "projectClass", "INDUSTRY",
                "nature", "NEW",
                "place", "甲屯",
                "plannedFrom", "2016-03-01",
                "plannedTo", "2016-12-01",
                "responsibleUnit", "农业局",
                "task", "种植油茶200亩"));
        body.putAll(Map.of(
                "amount", amount,
                "sourceKind", "SPECIAL_FUND",
                "batch", "INDUSTRY",
                "action", "SPECIALTY_INDUSTRY"));
        return body;
    }

    public static RequestSpecification village(County county) {
        return Client.as("village-officer", county.village(1));
    }

    public static RequestSpecification township(County county) {
        return Client.as("township-officer", county.code() + "900");
    }

    public static ValidatableResponse step(RequestSpecification person, String project, Map<String, Object> request) {
        return person.body(request).post("/v1/projects/" + project + "/steps").then();
    }

    public static Map<String, Object> plain(String step) {
        return Map.of("step", step, "document", "公示〔2016〕3号");
    }

    public static ValidatableResponse fund(
            County county, String project, String account, String source, String amount) {
        String tag = county.author().get("/v1/projects/" + project).getHeader("ETag");
        return step(
                county.author().header("If-Match", tag),
                project,
                Map.of(
                        "step",
                        "FUND",
                        "funding",
                        Map.of("account", account, "source", source, "year", 2016, "amount", amount)));
    }

    /** Poor households in village 1, which the service knows. */
    public static List<UUID> households(County county, int count) {
        var households = new LinkedHashMap<UUID, String>();
        for (int h = 0; h < count; h++) {
            households.put(UUID.randomUUID(), "POOR");
        }
        new BenefitOffice(county).settle(households);
        return List.copyOf(households.keySet());
    }

    public static String proposed(County county, Map<String, Object> body) {
        var id = UUID.randomUUID().toString();
        village(county)
                .body(body)
                .put("/v1/projects/" + id)
                .then()
                .statusCode(201)
                .body("stage", equalTo("PROPOSED"))
                .body("lists", containsString("BATCHES REGION-2015"));
        return id;
    }

    /** In the library, for these households. */
    public static String inLibrary(County county, String amount, List<UUID> households) {
        var body = body(county, amount);
        body.put("performanceTarget", "户均年增收2000元");
        body.put("benefitLink", "EMPLOYMENT");
        var project = proposed(county, body);
        village(county)
                .body(Map.of("households", households))
                .post("/v1/projects/" + project + "/beneficiaries")
                .then()
                .statusCode(200)
                .body("households", equalTo(households.size()));
        step(township(county), project, plain("NOTICE_BEFORE")).statusCode(200);
        step(county.head(), project, plain("ENTER")).statusCode(200).body("stage", equalTo("IN_LIBRARY"));
        return project;
    }
}
