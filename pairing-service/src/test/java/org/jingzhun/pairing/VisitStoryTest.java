package org.jingzhun.pairing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Neighbour;
import org.jingzhun.pairing.testing.Neighbour.Heard;
import org.jingzhun.pairing.testing.Neighbour.Told;
import org.junit.jupiter.api.Test;

/** A helper visits its household and writes down what it saw. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class VisitStoryTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void aVisitIsRecordedOnceByTheHelperOfTheHouseholdAndTold() {
        PlatformResource.connectOutbox();
        County county = new County("451032");
        UUID helper = UUID.randomUUID();
        UUID household = paired(county, helper);
        UUID id = UUID.randomUUID();
        String body = body(helper, household, today());

        refusals(county, helper, household);
        put(helper, county, id, body)
                .statusCode(201)
                .body("risks", contains("ILLNESS", "HOUSING"))
                .body("incomes[0].amount", equalTo("2600.50"))
                .body("villageCode", equalTo(county.village(1)));
        put(helper, county, id, body).statusCode(200);
        put(helper, county, id, body.replace("看望", "座谈")).statusCode(409).body("code", equalTo("visit-id-taken"));
        county.auditor()
                .get("/v1/visits?household=" + household)
                .then()
                .statusCode(200)
                .body("items.id", contains(id.toString()));
        as(helper, county).get("/v1/visits/" + id).then().statusCode(200);
        as(UUID.randomUUID(), county).get("/v1/visits/" + id).then().statusCode(404);
        as(UUID.randomUUID(), county)
                .get("/v1/visits?household=" + household)
                .then()
                .body("items", empty());
        county.auditor()
                .get("/v1/visits?division=" + county.code() + "&from=" + today().plusDays(1))
                .then()
                .body("items", hasSize(0));

        Heard heard = Neighbour.hear("pairing.visit", 1, event -> event.key().equals(id.toString()))
                .getFirst();
        assertThat(heard.headers()).containsEntry("ce_type", "org.jingzhun.pairing.visit-recorded");
        assertThat(heard.payload().getList("risks", String.class)).containsExactly("HOUSING", "ILLNESS");
        assertThat(heard.payload().getString("incomes[0].amount")).isEqualTo("2600.50");
        assertThat(heard.payload().getString("content")).isNull();
        theMonitoredKeepTheirHelper(county, household);
    }

    private static void refusals(County county, UUID helper, UUID household) {
        UUID id = UUID.randomUUID();
        put(helper, county, id, body(UUID.randomUUID(), household, today()))
                .statusCode(403)
                .body("code", equalTo("not-your-visit"));
        put(helper, county, id, body(helper, UUID.randomUUID(), today()))
                .statusCode(409)
                .body("code", equalTo("not-your-household"));
        put(helper, county, id, body(helper, household, today().minusDays(1)))
                .statusCode(409)
                .body("code", equalTo("not-your-household"));
        put(helper, county, id, body(helper, household, today().plusDays(2)))
                .statusCode(422)
                .body("code", equalTo("visit-in-future"));
        put(helper, county, id, body(helper, household, today()).replace("A50-4-2", "A50-1"))
                .statusCode(422)
                .body("code", equalTo("repeated-income-item"));
        put(helper, county, id, body(helper, household, today()).replace("2600.50", "2,600"))
                .statusCode(400);
    }

    private static void theMonitoredKeepTheirHelper(County county, UUID household) {
        String pairing = county.active(household);
        Neighbour.tell(
                "identification.register",
                List.of(
                        Neighbour.household(household, county.village(1), "EXITED", "ILLNESS", 2),
                        new Told("m", "household-monitored", """
                                {"monitoringId":"%s","householdId":"%s","villageCode":"%s","persons":4,
                                 "monitoringClass":"UNSTABLE_EXIT","monitoredOn":"%s","revision":1}""".formatted(
                                        UUID.randomUUID(), household, county.village(1), today()))));
        await().atMost(SOON)
                .until(
                        () -> county.step(pairing, Map.of("step", "CLOSE", "reason", "done"))
                                .statusCode(409)
                                .extract()
                                .<String>path("code"),
                        "household-still-monitored"::equals);
    }

    private static UUID paired(County county, UUID helper) {
        county.hasVillages(1);
        UUID household = county.registers(1, "ILLNESS", 1).getFirst();
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(helper, unit, "ORDINARY", List.of("ILLNESS")).statusCode(200);
        county.activatedPlanOf(1);
        return household;
    }

    private static String body(UUID helper, UUID household, LocalDate day) {
        return """
                {"helperId":"%s","householdId":"%s","visitedOn":"%s","content":"看望","risks":["ILLNESS","HOUSING"],
                 "incomes":[{"item":"A50-1","amount":"2600.50"},{"item":"A50-4-2","amount":"120"}]}""".formatted(helper, household, day);
    }

    private static RequestSpecification as(UUID helper, County county) {
        return given().filter(Contract.filter())
                .auth()
                .oauth2(Tokens.ofHelper(county.code(), helper.toString()))
                .contentType(ContentType.JSON);
    }

    private static ValidatableResponse put(UUID helper, County county, UUID id, String body) {
        return as(helper, county).body(body).put("/v1/visits/" + id).then();
    }

    private static LocalDate today() {
        return LocalDate.now(Clocks.SHANGHAI);
    }
}
