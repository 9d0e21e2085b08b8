package org.jingzhun.funding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.jingzhun.funding.testing.Projects.body;
import static org.jingzhun.funding.testing.Projects.fund;
import static org.jingzhun.funding.testing.Projects.households;
import static org.jingzhun.funding.testing.Projects.inLibrary;
import static org.jingzhun.funding.testing.Projects.plain;
import static org.jingzhun.funding.testing.Projects.proposed;
import static org.jingzhun.funding.testing.Projects.step;
import static org.jingzhun.funding.testing.Projects.township;
import static org.jingzhun.funding.testing.Projects.village;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A project from its proposal to those who use it, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class ProjectStoryTest {

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void nothingEntersTheLibraryWithoutTargetLinkBeneficiariesAndNotice() {
        var county = new County("450733");
        var households = households(county, 1);
        var project = proposed(county, body(county, "1000.00"));
        step(county.head(), project, plain("ENTER"))
                .statusCode(409)
                .body("code", equalTo("project-not-ready"))
                .body(
                        "missing",
                        equalTo(List.of("NOTICE_BEFORE", "performanceTarget", "benefitLink", "beneficiaries")));
        village(county)
                .body(body(county, "1000.00"))
                .put("/v1/projects/" + project)
                .then()
                .statusCode(428);
        village(county)
                .body(Map.of("households", List.of(UUID.randomUUID(), households.getFirst())))
                .post("/v1/projects/" + project + "/beneficiaries")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-beneficiaries"))
                .body("count", equalTo(1));
        var wrong = body(county, "1000.00");
        wrong.put("batch", "NINTH");
        village(county)
                .body(wrong)
                .put("/v1/projects/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-code"))
                .body("errors[0].pointer", equalTo("/batch"));
        for (var amount : List.of("1000.005", "-1.00", "0.00", "100000000000000000.00")) {
            village(county)
                    .body(body(county, amount))
                    .put("/v1/projects/" + UUID.randomUUID())
                    .then()
                    .statusCode(400);
        }
        step(county.head(), project, Map.of("step", "REJECT")).statusCode(200).body("stage", equalTo("REJECTED"));
        fund(county, project, "BUDGET", UUID.randomUUID().toString(), "1.00")
                .statusCode(409)
                .body("code", equalTo("step-not-open"));
        village(new County("450734")).get("/v1/projects/" + project).then().statusCode(404);
    }

    @Test
    void aProjectIsFundedBuiltPaidByProgressAcceptedByOthersAndUsed() {
        var county = new County("450735");
        var office = new BenefitOffice(county);
        var project = inLibrary(county, "1000.00", households(county, 2));
        var first = county.source("项目资金甲 450735");
        var second = county.source("项目资金乙 450735");
        county.budget(first, "700.00", "文1");
        county.budget(second, "600.00", "文2");

        fund(county, project, "BUDGET", first, "700.01").statusCode(409).body("code", equalTo("source-overdrawn"));
        fund(county, project, "BUDGET", first, "700.00").statusCode(200).body("stage", equalTo("FUNDED"));
        step(county.author(), project, Map.of("step", "FUND")).statusCode(428);
        fund(county, project, "BUDGET", second, "300.01").statusCode(409).body("code", equalTo("above-project-amount"));
        fund(county, project, "BUDGET", second, "300.00").statusCode(200).body("funded", equalTo("1000.00"));
        assertThat(office.balance("PROJECT")).isEqualTo("1000.00");
        office.proves();

        pay(county, project, "1.00", "苗木款").statusCode(409).body("code", equalTo("above-progress"));
        step(township(county), project, Map.of("step", "START")).statusCode(409).body("missing", hasItem("builder"));
        step(township(county), project, Map.of("step", "START", "builder", "第一施工队"))
                .statusCode(200)
                .body("stage", equalTo("UNDER_WAY"));
        step(village(county), project, Map.of("step", "PROGRESS", "percent", 80))
                .statusCode(200)
                .body("payable", equalTo("800.00"));
        step(village(county), project, Map.of("step", "PROGRESS", "percent", 79))
                .statusCode(409)
                .body("code", equalTo("progress-backwards"));
        pay(county, project, "800.01", "苗木款").statusCode(409).body("available", equalTo("800.00"));
        pay(county, project, "800.00", "购车").statusCode(422).body("item", equalTo("VEHICLES"));
        paidByTheBank(office, project);

        step(county.head(), project, plain("ACCEPT")).statusCode(409).body("missing", equalTo(List.of("percent")));
        step(village(county), project, Map.of("step", "PROGRESS", "percent", 100))
                .statusCode(200);
        step(Client.as("supervisor", county.code()), project, plain("ACCEPT"))
                .statusCode(200)
                .body("stage", equalTo("ACCEPTED"));
        step(county.head(), project, plain("OPERATE"))
                .statusCode(409)
                .body("missing", equalTo(List.of("NOTICE_AFTER")));
        step(township(county), project, plain("NOTICE_AFTER")).statusCode(200);
        step(village(county), project, plain("OPERATE")).statusCode(200).body("stage", equalTo("IN_OPERATION"));
        pay(county, project, "200.01", "尾款").statusCode(409).body("code", equalTo("above-progress"));
        theOthersAreTold(project);
        everybodyReadsBothNotices(county, project);
        itsMoneyIsFollowedFromTheBudgetToTheBank(county, project);
        office.proves();
    }

    private static void itsMoneyIsFollowedFromTheBudgetToTheBank(County county, String project) {
        county.auditor()
                .get("/v1/money-trail?project=" + project)
                .then()
                .statusCode(200)
                .body("proof.holds", equalTo(true))
                .body("stations.find { it.kind == 'PROJECT' }.received", equalTo("1000.00"))
                .body("stations.find { it.kind == 'PROJECT' }.balance", equalTo("200.00"))
                .body("flows.find { it.from == 'BUDGET' && it.to == 'PROJECT' }.amount", equalTo("1000.00"))
                .body("flows.find { it.from == 'PROJECT' && it.to == 'IN_TRANSIT' }.amount", equalTo("800.00"))
                .body("payments[0].kind", equalTo("PROJECT"))
                .body("payments[0].amount", equalTo("800.00"));
    }

    private static void everybodyReadsBothNotices(County county, String project) {
        var notices = given().get("/v1/disclosures?kind=PROJECT&division=" + county.code())
                .then()
                .statusCode(200)
                .body("items.subject", equalTo(List.of(project, project)))
                .extract()
                .jsonPath();
        assertThat(notices.getList("items.phase")).containsExactlyInAnyOrder("PLAN", "RESULT");
    }

    private static ValidatableResponse pay(County county, String project, String amount, String purpose) {
        return county.author()
                .body(Map.of("project", project, "amount", amount, "purpose", purpose))
                .post("/v1/disbursements")
                .then();
    }

    private static void paidByTheBank(BenefitOffice office, String project) {
        var county = office.county();
        String order = pay(county, project, "800.00", "苗木款")
                .statusCode(201)
                .body("kind", equalTo("PROJECT"))
                .body("payments", equalTo(2))
                .extract()
                .path("id");
        pay(county, project, "0.01", "再来一次").statusCode(409).body("available", equalTo("0.00"));
        office.step(county.reviewer(), order, "CHECK").statusCode(200);
        office.step(county.head(), order, "APPROVE").statusCode(200);
        var prepared = office.batch(Map.of("disbursements", List.of(order)));
        assertThat(prepared.getString("state")).as(prepared.prettify()).isEqualTo("SUCCEEDED");
        String batch = prepared.getString("result.batchId");
        var payments = office.payments(batch);
        assertThat(payments.getList("items.payee", String.class)).containsOnly("第一施工队");
        assertThat(payments.getList("items.amount", String.class)).containsExactlyInAnyOrder("700.00", "100.00");
        var results = new ArrayList<String>();
        for (int p = 0; p < 2; p++) {
            results.add(BenefitOffice.result(
                    payments.getString("items[" + p + "].id"), payments.getString("items[" + p + "].amount"), "PAID"));
        }
        assertThat(office.results(batch, results).getInt("result.updated")).isEqualTo(2);
        assertThat(office.balance("PROJECT")).isEqualTo("200.00");
        assertThat(office.balance("PAID")).isEqualTo("800.00");
        office.proves();
    }

    private static void theOthersAreTold(String project) {
        var told = Neighbour.hear("funding.project", "projectId", project, 11);
        assertThat(told).extracting(Neighbour.Heard::key).containsOnly(project);
        var last = told.getLast().payload();
        assertThat(told.getLast().headers()).containsEntry("ce_type", "org.jingzhun.funding.project-stage-changed");
        assertThat(last.getString("stage")).isEqualTo("IN_OPERATION");
        assertThat(last.getInt("households")).isEqualTo(2);
        assertThat(told.stream().map(each -> each.payload().getLong("revision")).toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsLeftOfAnAbandonedProjectGoesBackToWhereItCameFrom() {
        var county = new County("450736");
        var office = new BenefitOffice(county);
        var project = inLibrary(county, "500.00", households(county, 1));
        var source = county.source("项目资金 450736");
        county.budget(source, "500.00", "文1");
        fund(county, project, "BUDGET", source, "300.00").statusCode(200);
        fund(county, project, "BUDGET", source, "200.00").statusCode(200);
        assertThat(office.balance("BUDGET")).isEqualTo("0.00");
        fund(county, project, "VILLAGE", source, "1.00").statusCode(409);
        step(county.head(), project, Map.of("step", "ABANDON", "remark", "选址不当"))
                .statusCode(200)
                .body("stage", equalTo("ABANDONED"));
        assertThat(office.balance("PROJECT")).isEqualTo("0.00");
        assertThat(office.balance("BUDGET")).isEqualTo("500.00");
        step(county.head(), project, Map.of("step", "ABANDON")).statusCode(409);
        office.proves();
    }
}
