package org.jingzhun.identification.income;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.Topic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a household tells its helper becomes an income only when somebody accepts it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ToldIncomeTest {

    private static UUID told(County county, String day, String incomes) {
        return told(county, UUID.randomUUID(), day, incomes, null);
    }

    private static UUID told(County county, UUID visit, String day, String incomes, @Nullable UUID corrects) {
        Topic.send("pairing.visit", visit.toString(), "org.jingzhun.pairing.visit-recorded", """
                {"visitId":"%s","householdId":"%s","villageCode":"%s","helperId":"%s","helperName":"黄志强",\
                "visitedOn":"%s","risks":[],"incomes":[%s],"corrects":%s}""".formatted(
                        visit,
                        county.household("甲"),
                        county.village(1),
                        UUID.randomUUID(),
                        day,
                        incomes,
                        corrects == null ? null : "\"" + corrects + "\""));
        return visit;
    }

    private static ValidatableResponse proposals(County county) {
        return as("surveyor", county.code())
                .get("/v1/income-proposals?household=" + county.household("甲"))
                .then()
                .statusCode(200);
    }

    private static void arrived(County county, int many) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> proposals(county).extract().<List<String>>path("items.id"), ids -> ids.size() == many);
    }

    private static ValidatableResponse decide(County county, String role, UUID visit, String how, String body) {
        return as(role, county.code())
                .body(body)
                .post("/v1/income-proposals/" + visit + "/" + how)
                .then();
    }

    private static ValidatableResponse form(County county) {
        return as("surveyor", county.code())
                .get("/v1/households/" + county.household("甲") + "/form")
                .then()
                .statusCode(200);
    }

    @Test
    void whatAHelperWasToldIsProposedShownInTheFormAndAcceptedOrDeclined() {
        County county = Lot.TOLD_INCOMES.county(1).household("甲", 1, 2, 46).begun(5, 0);
        UUID silent = told(county, "2018-01-10", "");
        UUID visit = told(
                county,
                "2018-06-30",
                "{\"item\":\"A50-1\",\"amount\":\"2600.00\"},{\"item\":\"A50-4-2\",\"amount\":\"120.00\"},"
                        + "{\"item\":\"A50-1\",\"amount\":\"400.00\"}");
        arrived(county, 1);
        proposals(county)
                .body("items[0].id", equalTo(visit.toString()))
                .body("items[0].state", equalTo("PROPOSED"))
                .body("items[0].toldSince", equalTo("2018-01-10"))
                .body("items[0].lines.item", contains("A50-1", "A50-4-2"))
                .body("items[0].lines.amount", contains("3000.00", "120.00"));
        form(county)
                .body("toldIncomes", hasSize(1))
                .body("toldIncomes[0].helperName", equalTo("黄志强"))
                .body("toldIncomes[0].lines.amount", contains("3000.00", "120.00"));
        String incomes = "/v1/households/" + county.household("甲") + "/incomes";
        as("auditor", county.code()).get(incomes).then().body("items", empty());

        String period = "\"from\":\"2018-01-11\",\"to\":\"2018-06-30\",\"statedBy\":\"户主\"";
        decide(county, "auditor", visit, "acceptance", "{" + period + "}").statusCode(403);
        decide(county, "surveyor", silent, "acceptance", "{" + period + "}").statusCode(404);
        decide(county, "surveyor", visit, "acceptance", "{" + period.replace("2018-01-11", "2017-01-11") + "}")
                .statusCode(422)
                .body("code", equalTo("income-period"));
        decide(county, "surveyor", visit, "acceptance", "{" + period + "}")
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("decidedBy", equalTo("surveyor@" + county.code()));
        as("auditor", county.code())
                .get(incomes)
                .then()
                .body("items", hasSize(1))
                .body("items[0].evidence", equalTo("visit " + visit + " of 2018-06-30"))
                .body("items[0].contributions.stated", contains("3000.00", "120.00"));
        form(county).body("toldIncomes", empty());
        decide(county, "surveyor", visit, "refusal", "{\"reason\":\"重复\"}")
                .statusCode(409)
                .body("code", equalTo("income-proposal-decided"));

        UUID wrong = told(county, "2018-12-20", "{\"item\":\"A50-1\",\"amount\":\"999999.00\"}");
        arrived(county, 2);
        as("surveyor", "451031")
                .body("{\"reason\":\"听错\"}")
                .post("/v1/income-proposals/" + wrong + "/refusal")
                .then()
                .statusCode(404);
        decide(county, "village-officer", wrong, "refusal", "{\"reason\":\"听错\"}")
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("reason", equalTo("听错"))
                .body("incomeId", nullValue());
        as("auditor", county.code()).get(incomes).then().body("items", hasSize(1));
    }

    @Test
    void whatWasToldOnACorrectedVisitIsWithdrawnWhicheverIsHeardOfFirst() {
        County county = Lot.TOLD_CORRECTED.county(1).household("甲", 1, 2, 46).begun(5, 0);
        String much = "{\"item\":\"A50-1\",\"amount\":\"26000.00\"}";
        String little = "{\"item\":\"A50-1\",\"amount\":\"2600.00\"}";
        UUID wrong = told(county, "2018-06-30", much);
        arrived(county, 1);
        UUID right = told(county, UUID.randomUUID(), "2018-06-30", little, wrong);
        UUID late = UUID.randomUUID();
        UUID early = told(county, UUID.randomUUID(), "2018-09-30", little, late);
        arrived(county, 3);
        told(county, late, "2018-09-30", much, null);
        arrived(county, 4);

        proposals(county)
                .body(
                        "items.findAll { it.state == 'PROPOSED' }.id",
                        containsInAnyOrder(right.toString(), early.toString()))
                .body(
                        "items.findAll { it.state == 'DECLINED' }.id",
                        containsInAnyOrder(wrong.toString(), late.toString()))
                .body("items.find { it.id == '" + wrong + "' }.reason", containsString(right.toString()));
        form(county).body("toldIncomes", hasSize(2));
    }
}
