package org.jingzhun.funding.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Borrowers;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.junit.jupiter.api.Test;

/** Scans find what should not be, once; people explain and close it; what is gone clears. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class AlertStoryTest {

    private static JsonPath scan(Borrowers county) {
        String job = county.head()
                .post("/v1/alerts/scans")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        var ended = Client.ended("county-officer", county.code(), job);
        assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("SUCCEEDED");
        return ended;
    }

    private static ValidatableResponse alerts(Borrowers county, String filter) {
        return county.auditor()
                .get("/v1/alerts?division=" + county.code() + filter)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse step(
            RequestSpecification person, String alert, String step, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("step", step);
        return person.body(body).post("/v1/alerts/" + alert + "/steps").then();
    }

    @Test
    void idleMoneyIsRaisedOnceExplainedClosedAndRaisedAgainByOtherFiguresAlone() {
        var county = new Borrowers("450631");
        var books = new County(county.code());
        var source = books.source("闲置的资金");
        var _ = books.budget(source, "1000.00", "文1");
        assertThat(scan(county).getInt("result.raised")).isEqualTo(1);
        assertThat(scan(county).getInt("result.raised")).isZero();
        String alert = alerts(county, "&kind=IDLE_MONEY")
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].ids", contains(source))
                .body(
                        "items[0].facts",
                        contains("account=BUDGET", "year=2016", "years=2", "accounts=1", "balance=1000.00"))
                .body("items[0].ownerRole", equalTo("finance-officer"))
                .extract()
                .path("items[0].id");

        step(county.head(), alert, "CLOSE", Map.of("remark", "x"))
                .statusCode(409)
                .body("code", equalTo("step-not-open"));
        step(county.head(), alert, "ASSIGN", Map.of()).statusCode(422).body("code", equalTo("alert-owner-missing"));
        step(county.head(), alert, "ASSIGN", Map.of("owner", "clerk@450631")).statusCode(200);
        step(county.finance("other"), alert, "EXPLAIN", Map.of("remark", "项目招标中"))
                .statusCode(403)
                .body("code", equalTo("not-the-owner"));
        step(county.finance("clerk"), alert, "EXPLAIN", Map.of())
                .statusCode(422)
                .body("code", equalTo("alert-evidence-missing"));
        step(county.finance("clerk"), alert, "EXPLAIN", Map.of("remark", "项目招标中"))
                .statusCode(200)
                .body("alert.state", equalTo("EXPLAINED"));
        step(Client.as("county-officer", county.code(), "clerk@450631"), alert, "CLOSE", Map.of("remark", "x"))
                .statusCode(409)
                .body("code", equalTo("same-person"));
        step(county.finance("clerk"), alert, "CLEAR", Map.of()).statusCode(403);
        step(county.head(), alert, "RETURN", Map.of("remark", "没有文件")).statusCode(200);
        step(county.finance("clerk"), alert, "EXPLAIN", Map.of("remark", "文号1")).statusCode(200);
        step(county.head(), alert, "CLOSE", Map.of("remark", "已核实"))
                .statusCode(200)
                .body("alert.state", equalTo("CLOSED"))
                .body("steps.step", contains("RAISE", "ASSIGN", "EXPLAIN", "RETURN", "EXPLAIN", "CLOSE"));

        assertThat(scan(county).getInt("result.raised")).isZero();
        var _ = books.budget(source, "0.01", "文2");
        assertThat(scan(county).getInt("result.raised")).isEqualTo(1);
        alerts(county, "&kind=IDLE_MONEY&state=OPEN").body("items[0].facts", hasItem("balance=1000.01"));
        new Borrowers("450632").auditor().get("/v1/alerts/" + alert).then().statusCode(404);
    }

    @Test
    void anExplanationThatTheFiguresOverrunIsOpenAgainAndWhatIsGoneClears() {
        var county = new Borrowers("450633");
        var first = county.running(county.household("POOR"), Map.of(), "2016-01-10");
        scan(county);
        String alert = alerts(county, "&kind=OVERDUE_RATE")
                .body("items", hasSize(1))
                .body("items[0].facts", hasItem("rate=1.0000"))
                .extract()
                .path("items[0].id");
        alerts(county, "&overdueOn=2199-01-01&kind=OVERDUE_RATE").body("items", hasSize(1));
        alerts(county, "&overdueOn=2017-01-01&kind=OVERDUE_RATE").body("items", hasSize(0));
        step(county.head(), alert, "ASSIGN", Map.of("owner", "clerk@450633")).statusCode(200);
        step(county.finance("clerk"), alert, "EXPLAIN", Map.of("remark", "洪灾")).statusCode(200);
        county.repay(first, "2017-02-01", "40000.00", "0.00", "R1").statusCode(201);
        scan(county);
        county.auditor()
                .get("/v1/alerts/" + alert)
                .then()
                .body("alert.state", equalTo("OPEN"))
                .body("alert.facts", hasItem("overdue=10000.00"))
                .body("steps.step", contains("RAISE", "ASSIGN", "EXPLAIN", "CHANGE"));
        county.repay(first, "2017-02-01", "10000.00", "0.00", "R2").statusCode(201);
        assertThat(scan(county).getInt("result.cleared")).isPositive();
        county.auditor()
                .get("/v1/alerts/" + alert)
                .then()
                .body("alert.state", equalTo("CLEARED"))
                .body("steps[4].remark", equalTo("the fact is gone"));
    }

    @Test
    void usesThatNobodyCheckedOrThatAreWrongAreFoundByVillageAndLoan() {
        var county = new Borrowers("450634");
        var loan = county.running(county.household("POOR"), Map.of(), "2016-01-10");
        scan(county);
        alerts(county, "&kind=USE_UNCHECKED")
                .body("items.ids", contains(List.of(loan)))
                .body("items[0].division", equalTo(county.villageCode()))
                .body("items[0].ownerRole", equalTo("village-officer"));
        county.step(county.township(), loan, "USE_CHECK", Map.of("finding", "ENTERPRISE_USE", "remark", "公司使用"))
                .statusCode(200);
        scan(county);
        alerts(county, "&kind=USE_UNCHECKED").body("items.state", contains("CLEARED"));
        alerts(county, "&kind=LOAN_MISUSE")
                .body("items[0].ids", hasItem(loan))
                .body("items[0].facts", hasItem("finding=ENTERPRISE_USE"));
    }

    /** A township sees a part of the county's loans and accounts: it would tell wrong sums. */
    @Test
    void whoSeesAPartOfACountyFindsNothingInIt() {
        var county = new Borrowers("450635");
        county.running(county.household("POOR"), Map.of(), "2016-01-10");
        String job = Client.as("finance-officer", county.code() + "900")
                .post("/v1/alerts/scans")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(Client.ended("county-officer", county.code(), job).getInt("result.found"))
                .isZero();
    }
}
