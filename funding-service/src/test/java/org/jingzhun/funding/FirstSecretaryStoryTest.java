package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.jingzhun.funding.testing.Plans.approve;
import static org.jingzhun.funding.testing.Plans.draft;
import static org.jingzhun.funding.testing.Plans.share;
import static org.jingzhun.funding.testing.Projects.fund;
import static org.jingzhun.funding.testing.Projects.households;
import static org.jingzhun.funding.testing.Projects.inLibrary;
import static org.jingzhun.funding.testing.Projects.step;
import static org.jingzhun.funding.testing.Projects.township;
import static org.jingzhun.funding.testing.Projects.village;
import static org.jingzhun.funding.testing.Secretaries.link;
import static org.jingzhun.funding.testing.Soon.soon;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.jingzhun.funding.testing.Secretaries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** First secretaries as pairing tells of them, the money that is given for each, and what their villages spend of it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class FirstSecretaryStoryTest {

    private static final Map<String, Object> WORK = Map.of("standard", Map.of("code", "FIRST_SECRETARY_WORK"));
    private static final Map<String, Object> HELP = Map.of("standard", Map.of("code", "FIRST_SECRETARY_HELP"));

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void moneyIsGivenForEachWhoIsOnDutyAndItsSpendingIsToldByVillage() {
        var county = new County("450771");
        Neighbour.settle(county, 3);
        String first = county.village(1);
        String second = county.village(2);
        String third = county.village(3);
        Secretaries.settle(
                county,
                2016,
                List.of(1, 1, 0),
                link("link-made", first, "2015-10-10", null, 0),
                link("link-handed-over", second, "2015-10-10", "2016-12-31", 2),
                link("link-made", second, "2016-12-31", null, 0),
                link("link-ended", third, "2015-10-10", "2016-06-30", 1));
        soon().until(() -> Secretaries.money(county, 2016).getList("items.served"), List.of(1, 2, 1)::equals);

        var common = county.source("财政专项 450771");
        county.budget(common, "90000.00", "文1");
        refused(county, common, WORK);
        refused(county, common, Map.of("standard", Map.of("rate", "100.00", "counts", "FIRST_SECRETARIES")));
        var source = county.source("第一书记经费 450771", "FIRST_SECRETARY");
        county.budget(source, "131000.00", "文2");

        var plan = draft(county, "FIXED_STANDARD", source, "131000.00", WORK);
        var job = county.computed(plan);
        assertThat(job.getString("result.amount")).as(job.prettify()).isEqualTo("30000.00");
        assertThat(job.getInt("result.shares")).isEqualTo(2);
        var explained = share(county, plan, second);
        assertThat(explained.getString("parts[0].factor")).isEqualTo("FIRST_SECRETARIES");
        assertThat(explained.getInt("parts[0].value")).isEqualTo(1);
        assertThat(explained.getInt("parts[0].total")).isEqualTo(2);
        approve(county, plan);
        var help = draft(county, "FIXED_STANDARD", source, "101000.00", HELP);
        assertThat(county.computed(help).getString("result.amount")).isEqualTo("100000.00");
        approve(county, help);
        money(county, "perHead", "65000.00", "65000.00", "65000.00");
        money(county, "due", "65000.00", "65000.00", "0.00");
        money(county, "allocated", "65000.00", "65000.00", "0.00");
        money(county, "left", "65000.00", "65000.00", "0.00");

        spend(county, source);
        money(county, "left", "55000.00", "65000.00", "0.00");
        money(county, "setAside", "3000.00", "0.00", "0.00");
        money(county, "inTransit", "0.00", "0.00", "0.00");
        money(county, "paid", "8000.00", "0.00", "0.00");
        money(county, "otherwise", "1000.00", "0.00", "0.00");
        money(county, "allocated", "65000.00", "65000.00", "0.00");

        county.auditor()
                .get("/v1/money-trail/first-secretaries?year=2016&limit=1&division=" + county.code())
                .then()
                .statusCode(200)
                .body("items.division", equalTo(List.of(first)))
                .body("items[0].name", equalTo("Place " + first))
                .body("items[0].countedOn", equalTo("2016-12-31"));
        assertThat(new County("450772")
                        .auditor()
                        .get("/v1/money-trail/first-secretaries?year=2016")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        county.auditor().get("/v1/money-trail/first-secretaries").then().statusCode(400);
    }

    /** 10,000 of the village's own and 1,000 of the county go to a project, 8,000 of it reach the builder. */
    private static void spend(County county, String source) {
        var office = new BenefitOffice(county);
        var project = inLibrary(county, "11000.00", households(county, 1));
        fund(county, project, "VILLAGE", source, "10000.00").statusCode(200);
        fund(county, project, "BUDGET", source, "1000.00").statusCode(200);
        step(township(county), project, Map.of("step", "START", "builder", "第一施工队"))
                .statusCode(200);
        step(village(county), project, Map.of("step", "PROGRESS", "percent", 80))
                .statusCode(200);
        String order = county.author()
                .body(Map.of("project", project, "amount", "8000.00", "purpose", "苗木款"))
                .post("/v1/disbursements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        office.step(county.reviewer(), order, "CHECK").statusCode(200);
        office.step(county.head(), order, "APPROVE").statusCode(200);
        String batch = office.batch(Map.of("disbursements", List.of(order))).getString("result.batchId");
        money(county, "inTransit", "8000.00", "0.00", "0.00");
        money(county, "paid", "0.00", "0.00", "0.00");
        var payments = office.payments(batch);
        var results = new ArrayList<String>();
        for (int p = 0; p < payments.getList("items").size(); p++) {
            results.add(BenefitOffice.result(
                    payments.getString("items[" + p + "].id"), payments.getString("items[" + p + "].amount"), "PAID"));
        }
        assertThat(office.results(batch, results).getInt("result.updated")).isEqualTo(results.size());
        office.proves();
    }

    @Test
    void aCityCountsTheFirstSecretariesOfItsCounties() {
        var one = new County("457301");
        var other = new County("457302");
        Neighbour.settle(one, 2);
        Neighbour.settle(other, 1);
        Secretaries.settle(
                one,
                2016,
                List.of(1, 1),
                link("link-ended", one.village(1), "2015-10-10", "2016-12-31", 1),
                link("link-renewed", one.village(2), "2016-05-01", null, 1));
        Secretaries.settle(other, 2017, List.of(1), link("link-made", other.village(1), "2017-01-01", null, 0));
        var city = new County("457300");
        var source = city.source("第一书记经费 4573", "FIRST_SECRETARY");
        city.budget(source, "50000.00", "市文1");
        var plan = draft(
                city,
                "FIXED_STANDARD",
                source,
                "50000.00",
                Map.of("level", "COUNTY", "standard", Map.of("code", "FIRST_SECRETARY_WORK")));
        String job = Client.as("finance-officer", "4573", "author@457300")
                .post("/v1/allocation-plans/" + plan + "/computation")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(Client.ended("city-officer", "4573", job).getString("result.amount"))
                .isEqualTo("30000.00");
        Client.as("auditor", "4573")
                .get("/v1/allocation-plans/" + plan + "/shares")
                .then()
                .statusCode(200)
                .body("items.division", equalTo(List.of("457301000000")))
                .body("items[0].amount", equalTo("30000.00"));
        Client.as("auditor", "4573")
                .get("/v1/allocation-plans/" + plan + "/shares/457301000000")
                .then()
                .body("parts[0].value", equalTo(2));
    }

    private static void refused(County county, String source, Map<String, Object> parameters) {
        county.author()
                .body(Map.of(
                        "source",
                        source,
                        "year",
                        2016,
                        "amount",
                        "90000.00",
                        "mode",
                        "FIXED_STANDARD",
                        "parameters",
                        parameters))
                .post("/v1/allocation-plans")
                .then()
                .statusCode(422)
                .body("code", equalTo("source-not-for-first-secretaries"))
                .body("detail", containsString("财政专项 450771"));
    }

    /** Of the villages 1 to 3. */
    private static void money(County county, String field, Object... values) {
        assertThat(Secretaries.money(county, 2016).<Object>getList("items." + field))
                .as(field)
                .containsExactly(values);
    }
}
