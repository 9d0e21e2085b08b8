package org.jingzhun.funding.moneytrail;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was set aside for projects is added up by their class, and the rest by where it lies. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class MoneyByProjectClassTest {

    private static final County COUNTY = new County("450384");

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void totalsByPurposeAreThoseOfTheClassesOfProjects() {
        var household = UUID.randomUUID();
        new BenefitOffice(COUNTY).settle(Map.of(household, "POOR"));
        var source = COUNTY.source("项目资金 450384");
        COUNTY.budget(source, "1000.00", "文1");
        var totals = "/v1/money-trail/totals?by=PURPOSE&source=" + source;
        COUNTY.auditor()
                .get(totals)
                .then()
                .body("items.key", equalTo(List.of("BUDGET", "SOURCE")))
                .body("items.find { it.key == 'INDUSTRY' }", nullValue());

        fund(inLibrary("INDUSTRY", household), source, "300.00");
        fund(inLibrary("INDUSTRY", household), source, "200.00");
        fund(inLibrary("EDUCATION", household), source, "150.00");
        inLibrary("HEALTH", household);

        COUNTY.auditor()
                .get(totals)
                .then()
                .statusCode(200)
                .body("items.key", equalTo(List.of("BUDGET", "EDUCATION", "INDUSTRY", "SOURCE")))
                .body("items.find { it.key == 'INDUSTRY' }.sum", equalTo("500.00"))
                .body("items.find { it.key == 'INDUSTRY' }.balances.kind", equalTo(List.of("PROJECT")))
                .body("items.find { it.key == 'EDUCATION' }.sum", equalTo("150.00"))
                .body("items.find { it.key == 'BUDGET' }.sum", equalTo("350.00"))
                .body("items.find { it.key == 'SOURCE' }.given", equalTo("1000.00"))
                .body("sum", equalTo("0.00"))
                .body("holds", equalTo(true));
        COUNTY.auditor()
                .get("/v1/money-trail/totals?by=PURPOSE&division=" + COUNTY.village(1))
                .then()
                .statusCode(200)
                .body("items.key", hasItems("EDUCATION", "INDUSTRY"))
                .body("items.find { it.key == 'INDUSTRY' }.sum", equalTo("500.00"));
        new County("450383").auditor().get(totals).then().statusCode(200).body("items.size()", equalTo(0));
    }

    private static RequestSpecification village() {
        return Client.as("village-officer", COUNTY.village(1));
    }

    private static RequestSpecification township() {
        return Client.as("township-officer", COUNTY.code() + "900");
    }

    /** A project of a class, ready to be funded. */
    private static String inLibrary(String projectClass, UUID household) {
        var body = new HashMap<String, Object>(Map.of(
                "division", COUNTY.village(1),
                "year", 2016,
                "name", "项目 " + projectClass,
                "projectClass", projectClass,
                "nature", "NEW",
                "place", "甲屯",
                "plannedFrom", "2016-03-01",
                "plannedTo", "2016-12-01",
                "responsibleUnit", "农业局",
                "task", "建设"));
        body.putAll(Map.of(
                "amount", "300.00",
                "sourceKind", "SPECIAL_FUND",
                "batch", "INDUSTRY",
                "action", "SPECIALTY_INDUSTRY",
                "performanceTarget", "户均年增收2000元",
                "benefitLink", "EMPLOYMENT"));
        var project = UUID.randomUUID().toString();
        village().body(body).put("/v1/projects/" + project).then().statusCode(201);
        village()
                .body(Map.of("households", List.of(household)))
                .post("/v1/projects/" + project + "/beneficiaries")
                .then()
                .statusCode(200);
        step(township(), project, Map.of("step", "NOTICE_BEFORE", "document", "公示〔2016〕3号"))
                .statusCode(200);
        step(COUNTY.head(), project, Map.of("step", "ENTER", "document", "入库〔2016〕3号"))
                .statusCode(200);
        return project;
    }

    private static void fund(String project, String source, String amount) {
        String tag = COUNTY.author().get("/v1/projects/" + project).getHeader("ETag");
        step(
                        COUNTY.author().header("If-Match", tag),
                        project,
                        Map.of(
                                "step",
                                "FUND",
                                "funding",
                                Map.of("account", "BUDGET", "source", source, "year", 2016, "amount", amount)))
                .statusCode(200);
    }

    private static ValidatableResponse step(RequestSpecification person, String project, Map<String, Object> request) {
        return person.body(request).post("/v1/projects/" + project + "/steps").then();
    }
}
