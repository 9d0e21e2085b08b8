package org.jingzhun.funding.budgetrule;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Client.County;
import org.junit.jupiter.api.Test;

/** A county's year against the rules: what is missing is named, what is recorded decides, corrections count. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class BudgetRuleStoryTest {

    private static final County COUNTY = new County("451081");
    private static final County NEXT_DOOR = new County("451082");

    @Test
    void aCountysYearIsCheckedByItsBudgetAndItsTreasurysFigures() {
        checks().body("checks.rule", contains("INPUT_INCREMENT", "RECLAIMED_IDLE", "MANAGEMENT_FEE", "SEPARATE_LINE"))
                .body("checks.verdict", contains("UNKNOWN", "UNKNOWN", "UNKNOWN", "UNKNOWN"))
                .body("checks[0].missing", contains("REVENUE_BEFORE", "REVENUE"))
                .body("checks[0].ratio", equalTo("0.2000"));

        figure(2016, "GENERAL_BUDGET_REVENUE", "10000.00", Map.of()).statusCode(201);
        figure(2017, "GENERAL_BUDGET_REVENUE", "12000.00", Map.of()).statusCode(201);
        figure(2017, "RECLAIMED_IDLE", "300.00", Map.of()).statusCode(201);
        figure(2017, "MANAGEMENT_FEE", "5.00", Map.of()).statusCode(201);
        figure(2017, "FACTOR_BASED_FUND", "800.00", Map.of("fund", "农村公路")).statusCode(201);
        budget("COUNTY", "SPECIAL_FUND", 2016, "1000.00");
        budget("COUNTY", "SPECIAL_FUND", 2017, "1399.99");
        budget("CENTRAL", "SPECIAL_FUND", 2017, "400.00");
        String reclaimed = budget("REGION", "RECLAIMED_FUND", 2017, "150.00");

        checks().body("checks.verdict", contains("BROKEN", "HOLDS", "BROKEN", "BROKEN"))
                .body("checks[0].bound", equalTo("400.00"))
                .body("checks[0].actual", equalTo("399.99"))
                .body("checks[0].figures.name", contains("REVENUE_BEFORE", "REVENUE", "INPUT_BEFORE", "INPUT"))
                .body("checks[0].figures[1].origin", equalTo("隆财预〔2017〕1号, 2017-12-31"))
                .body("checks[2].bound", equalTo("4.00"))
                .body("checks[3].bound", nullValue())
                .body("checks[3].missing", contains("农村公路"));

        figure(2017, "MANAGEMENT_FEE", "4.00", Map.of("asOf", "2018-01-15")).statusCode(201);
        figure(2017, "FACTOR_BASED_FUND", "800.00", Map.of("fund", "农村公路", "separate", "200.00", "asOf", "2018-01-15"))
                .statusCode(201);
        budget("COUNTY", "POOLED_FUND", 2017, "0.01");
        COUNTY.author()
                .body(Map.of("reason", "重复下达"))
                .post("/v1/journal-entries/" + reclaimed + "/reversal")
                .then()
                .statusCode(201);

        checks().body("checks.verdict", contains("HOLDS", "BROKEN", "HOLDS", "HOLDS"));
        COUNTY.auditor()
                .get("/v1/fiscal-figures?division=451081&year=2017&item=MANAGEMENT_FEE")
                .then()
                .statusCode(200)
                .body("items.amount", contains("5.00", "4.00"));
    }

    @Test
    void figuresThatContradictThemselvesAreRefusedAndSayWhatToDo() {
        figure(2015, "RECLAIMED_IDLE", "1.00", Map.of("fund", "农村公路"))
                .statusCode(422)
                .body("code", equalTo("fund-mismatch"));
        figure(2015, "FACTOR_BASED_FUND", "1.00", Map.of()).statusCode(422).body("code", equalTo("fund-mismatch"));
        figure(2015, "FACTOR_BASED_FUND", "1.00", Map.of("fund", "农村公路", "separate", "1.01"))
                .statusCode(422)
                .body("code", equalTo("separate-above-amount"));
        figure(2015, "RECLAIMED_IDLE", "-1.00", Map.of()).statusCode(400);
        figure(2015, "RECLAIMED_IDLE", "1.005", Map.of()).statusCode(400).body("errors.pointer", hasItem("/amount"));
        figure(2015, "RECLAIMED_IDLE", "1.00", Map.of("county", "451082"))
                .statusCode(422)
                .body("code", equalTo("county-outside-area"));
        figure(2015, "RECLAIMED_IDLE", "1.00", Map.of()).statusCode(201);
        figure(2015, "RECLAIMED_IDLE", "2.00", Map.of())
                .statusCode(409)
                .body("code", equalTo("figure-recorded-before"));
        COUNTY.auditor().get("/v1/budget-rules/checks?county=451081").then().statusCode(400);
    }

    @Test
    void anotherCountySeesNoFigure() {
        figure(2014, "RECLAIMED_IDLE", "1.00", Map.of()).statusCode(201);

        NEXT_DOOR
                .auditor()
                .get("/v1/fiscal-figures?division=451081")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        NEXT_DOOR
                .auditor()
                .get("/v1/budget-rules/checks?county=451081&year=2017")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    private static ValidatableResponse checks() {
        return COUNTY.auditor()
                .get("/v1/budget-rules/checks?county=451081&year=2017")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse figure(int year, String item, String amount, Map<String, String> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "county",
                "451081",
                "year",
                year,
                "item",
                item,
                "amount",
                amount,
                "documentNumber",
                "隆财预〔" + year + "〕1号",
                "asOf",
                year + "-12-31"));
        body.putAll(more);
        return COUNTY.author().body(body).post("/v1/fiscal-figures").then();
    }

    /** Records a source and a budget line of it; gives the journal entry. */
    private static String budget(String level, String kind, int year, String amount) {
        String name = "资金 " + level + kind + year + amount;
        String source = COUNTY.author()
                .body(Map.of("name", name, "kind", kind, "level", level))
                .post("/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return COUNTY.author()
                .body(Map.of(
                        "county",
                        "451081",
                        "year",
                        year,
                        "source",
                        source,
                        "amount",
                        amount,
                        "documentNumber",
                        "文" + year,
                        "issuedOn",
                        year + "-03-01"))
                .post("/v1/budgets")
                .then()
                .statusCode(201)
                .extract()
                .path("entry");
    }
}
