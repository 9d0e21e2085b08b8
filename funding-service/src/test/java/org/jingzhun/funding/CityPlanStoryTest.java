package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.Test;

/** What a city divides is part of its counties' budgets; it comes back only as long as nobody has spent of it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class CityPlanStoryTest {

    private static final String CITY = "4503";
    private static final County ONE = new County("450390");
    private static final County OTHER = new County("450391");

    private static RequestSpecification city(String role, String person) {
        return Client.as(role, CITY, person + "@city" + CITY);
    }

    private static RequestSpecification author() {
        return city("finance-officer", "author");
    }

    private static ValidatableResponse step(RequestSpecification person, String plan, String step) {
        return person.body(Map.of("step", step, "remark", "调整"))
                .post("/v1/allocation-plans/" + plan + "/steps")
                .then();
    }

    private static String source() {
        return author().body(Map.of("name", "市级专项(桂林)", "kind", "SPECIAL_FUND", "level", "COUNTY"))
                .post("/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Only the two counties receive: every other place of the city has a cap of nothing. */
    private static String approved(String source) {
        author().body(Map.of(
                        "county",
                        "450300000000",
                        "year",
                        2016,
                        "source",
                        source,
                        "amount",
                        "9000.00",
                        "documentNumber",
                        "市文1",
                        "issuedOn",
                        "2016-03-01"))
                .post("/v1/budgets")
                .then()
                .statusCode(201);
        String plan = author().body(Map.of(
                        "county",
                        "450300",
                        "source",
                        source,
                        "year",
                        2016,
                        "amount",
                        "9000.00",
                        "mode",
                        "FACTOR",
                        "documentNumber",
                        "市分配1号",
                        "parameters",
                        Map.of("level", "COUNTY")))
                .post("/v1/allocation-plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        ONE.auditor().get("/v1/allocation-plans/" + plan).then().statusCode(404);
        String job = author().post("/v1/allocation-plans/" + plan + "/computation")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(Client.ended("city-officer", CITY, job).getString("state")).isEqualTo("SUCCEEDED");
        step(city("finance-officer", "reviewer"), plan, "REVIEW").statusCode(200);
        ONE.auditor().get("/v1/allocation-plans/" + plan).then().statusCode(404);
        step(city("city-officer", "mayor"), plan, "APPROVE").statusCode(200);
        return plan;
    }

    private static Money inputOf(County county) {
        return Money.parse(county.auditor()
                .get("/v1/budget-rules/checks?county=" + county.code() + "&year=2016")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("checks.find { it.rule == 'INPUT_INCREMENT' }.figures.find { it.name == 'INPUT' }.amount"));
    }

    private static ValidatableResponse line(County county, String source) {
        return county.auditor()
                .get("/v1/budgets?source=" + source + "&division=" + county.code())
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void aCountySeesThePlanItIsALineOfItsBudgetAndComesBackOnlyUnspent() {
        Neighbour.settle(ONE, 2);
        Neighbour.settle(OTHER, 3);
        var source = source();
        var before = inputOf(ONE);
        var plan = approved(source);
        var share = ONE.auditor()
                .get("/v1/allocation-plans/" + plan + "/shares")
                .then()
                .statusCode(200)
                .body("items.division", contains("450390000000"))
                .extract()
                .<String>path("items[0].amount");
        ONE.auditor()
                .get("/v1/allocation-plans/" + plan)
                .then()
                .statusCode(200)
                .body("county", equalTo("450300000000"))
                .body("stage", equalTo("APPROVED"));
        ONE.auditor().get("/v1/allocation-plans").then().body("items.id", hasItem(plan));
        new County("450392")
                .auditor()
                .get("/v1/allocation-plans/" + plan)
                .then()
                .statusCode(404);
        step(ONE.head(), plan, "WITHDRAW").statusCode(404);
        line(ONE, source)
                .body("items[0].amount", equalTo(share))
                .body("items[0].plan", equalTo(plan))
                .body("items[0].documentNumber", equalTo("市分配1号"))
                .body("items[0].reversed", equalTo(false));
        assertThat(inputOf(ONE)).isEqualTo(before.plus(Money.parse(share)));
        theSameDocumentIsNoSecondLine(source);

        var spent = spend(source);
        step(city("city-officer", "mayor"), plan, "WITHDRAW")
                .statusCode(409)
                .body("code", equalTo("allocation-spent"))
                .body("spent", equalTo("100.00"))
                .body("receivers", hasSize(1))
                .body("receivers[0].division", equalTo("450390000000"))
                .body("receivers[0].share", equalTo(share))
                .body("receivers[0].spent", equalTo("100.00"))
                .body("detail", containsString("100.00"));
        author().get("/v1/allocation-plans/" + plan).then().body("stage", equalTo("APPROVED"));

        step(ONE.head(), spent, "WITHDRAW").statusCode(200);
        step(city("city-officer", "mayor"), plan, "WITHDRAW").statusCode(200);
        line(ONE, source).body("items[0].reversed", equalTo(true));
        line(OTHER, source).body("items[0].reversed", equalTo(true));
        assertThat(inputOf(ONE)).isEqualTo(before);
        ONE.auditor().get("/v1/allocation-plans/" + plan).then().body("stage", equalTo("WITHDRAWN"));
        List.of(ONE, OTHER).forEach(county -> new BenefitOffice(county).proves());
        Client.as("auditor", CITY).get("/v1/ledger/proof").then().body("holds", equalTo(true));
    }

    private static void theSameDocumentIsNoSecondLine(String source) {
        ONE.author()
                .body(Map.of(
                        "county",
                        ONE.code(),
                        "year",
                        2016,
                        "source",
                        source,
                        "amount",
                        "1.00",
                        "documentNumber",
                        "市分配1号",
                        "issuedOn",
                        "2016-03-01"))
                .post("/v1/budgets")
                .then()
                .statusCode(409)
                .body("code", not(equalTo("internal-error")));
    }

    /** The county divides a hundred yuan over its villages by a plan of its own. */
    private static String spend(String source) {
        var plan = ONE.plan(source, "100.00", Map.of());
        assertThat(ONE.computed(plan).getString("state")).isEqualTo("SUCCEEDED");
        ONE.step(ONE.reviewer(), plan, "REVIEW").statusCode(200);
        ONE.step(ONE.head(), plan, "APPROVE").statusCode(200);
        return plan;
    }
}
