package org.jingzhun.identification.income;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class IncomeTest {

    private static final String TOWNSHIP = "451031391";
    private static int nextPerson = 6600;

    private final UUID household = UUID.randomUUID();

    @BeforeEach
    void aHouseholdOfTwo() {
        Places.known(TOWNSHIP, 1);
        imported("households", List.of(People.household(household, Places.village(TOWNSHIP, 1))));
        imported(
                "members",
                List.of(
                        People.member(UUID.randomUUID(), household, "HEAD", nextPerson++),
                        People.member(UUID.randomUUID(), household, "SON", nextPerson++)));
    }

    private String body(String more) {
        return """
                {"householdId":"%s","from":"2018-01-01","to":"2018-12-31","statedBy":"户主",\
                "lines":[{"item":"A50-1","amount":"9000.00"},{"item":"A50-4-2","amount":"1320.00"},\
                {"item":"A51-1","amount":"500.01"}]%s}""".formatted(household, more);
    }

    private static ValidatableResponse put(UUID id, String body) {
        return as("surveyor", TOWNSHIP).body(body).put("/v1/incomes/" + id).then();
    }

    @Test
    void anIncomeIsComputedByTheRulesInForceAndExplainsItself() {
        UUID id = UUID.randomUUID();
        put(id, body(""))
                .statusCode(201)
                .body("rules", equalTo("GX-2017"))
                .body("persons", equalTo(2))
                .body("net", equalTo("8499.99"))
                .body("perHead", equalTo("4249.99"))
                .body("contributions.effect", contains("COUNTS", "DOES_NOT_COUNT", "TAKES_AWAY"));
        put(id, body("")).statusCode(200).body("net", equalTo("8499.99"));

        as("auditor", TOWNSHIP)
                .get("/v1/incomes/" + id + "/proof")
                .then()
                .statusCode(200)
                .body("gross", equalTo("10320.00"))
                .body("counted", equalTo("9000.00"))
                .body("storedPerHead", equalTo("4249.99"))
                .body("agrees", is(true));
        as("auditor", TOWNSHIP).get("/v1/incomes/" + id).then().statusCode(200).body("evidence", nullValue());
        as("auditor", TOWNSHIP)
                .get("/v1/audit?object=" + household)
                .then()
                .body("items.action", hasItems("income-recorded", "income-read"));
        as("auditor", "451031999").get("/v1/incomes/" + id).then().statusCode(404);
    }

    @Test
    void aCorrectionTakesThePlaceAndBothStay() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        put(first, body("")).statusCode(201);
        put(second, body("")).statusCode(409).body("code", equalTo("income-recorded"));
        put(
                        second,
                        body(",\"corrects\":\"%s\",\"evidence\":\"工资单\"".formatted(first))
                                .replace("9000", "9900"))
                .statusCode(201)
                .body("net", equalTo("9399.99"));
        put(UUID.randomUUID(), body(",\"corrects\":\"%s\"".formatted(first)))
                .statusCode(422)
                .body("code", equalTo("income-not-correctable"));

        as("county-officer", "451031")
                .get("/v1/households/" + household + "/incomes")
                .then()
                .statusCode(200)
                .body("items.id", hasItems(first.toString(), second.toString()))
                .body("items.find { it.id == '%s' }.correctedBy".formatted(first), equalTo(second.toString()))
                .body("items.find { it.id == '%s' }.correctedBy".formatted(second), nullValue());
    }

    /** The cursor of a list of households is a village and an id, and a village is no day. */
    @Test
    void aCursorOfAnotherListIsRefused() {
        put(UUID.randomUUID(), body("")).statusCode(201);
        put(UUID.randomUUID(), body("").replace("2018-", "2017-")).statusCode(201);
        String path = "/v1/households/" + household + "/incomes?limit=1";
        String own = as("county-officer", "451031").get(path).path("next");
        as("county-officer", "451031")
                .get(path + "&after=" + own)
                .then()
                .statusCode(200)
                .body("items.from", contains("2018-01-01"));
        for (long foreign :
                List.of(Long.parseLong(Places.village(TOWNSHIP, 1)), 2_932_897L, -719_163L, Long.MAX_VALUE)) {
            as("county-officer", "451031")
                    .get(path + "&after=" + Cursor.of(foreign, household))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("bad-cursor"));
        }
    }

    @Test
    void refusalsSayWhatToDo() {
        UUID id = UUID.randomUUID();
        put(id, body("").replace("A51-1", "A50-1"))
                .statusCode(422)
                .body("code", equalTo("repeated-income-item"))
                .body("errors.pointer", contains("/lines/2"));
        put(id, body("").replace("9000.00", "100000000.01"))
                .statusCode(422)
                .body("code", equalTo("amount-out-of-range"))
                .body("errors.pointer", contains("/lines/0"));
        put(id, body("").replace("A51-1", "Z")).statusCode(422).body("code", equalTo("unknown-income-item"));
        put(id, body("").replace("2018-12-31", "2019-01-01")).statusCode(422).body("code", equalTo("income-period"));
        put(id, body("").replace("2018-12-31", "2017-12-31")).statusCode(422).body("code", equalTo("income-period"));
        put(id, body("").replace("2018-", "2099-")).statusCode(422).body("code", equalTo("income-period"));
        put(id, body("").replace("2018-", "2012-")).statusCode(422).body("code", equalTo("no-income-rules"));
        put(id, body(",\"rules\":\"NONE\"")).statusCode(422).body("code", equalTo("no-income-rules"));
        put(id, body("").replace(household.toString(), UUID.randomUUID().toString()))
                .statusCode(422)
                .body("code", equalTo("unknown-household"));
        put(id, body("").replace("9000.00", "9000.001")).statusCode(400);
        put(id, body("")).statusCode(201);
        put(id, body("").replace("9000", "9001")).statusCode(409).body("code", equalTo("id-taken"));
        UUID empty = UUID.randomUUID();
        imported("households", List.of(People.household(empty, Places.village(TOWNSHIP, 1))));
        put(UUID.randomUUID(), body("").replace(household.toString(), empty.toString()))
                .statusCode(409)
                .body("code", equalTo("nobody-in-household"));
    }

    @Test
    void anAdministratorAddsRulesThatNeverChange() {
        String version = "T-" + UUID.randomUUID().toString().substring(0, 8);
        String rules = """
                {"costs":"RATIO","validFrom":"2016-01-01","mark":"UNSOURCED","source":"试验",\
                "items":[{"code":"GRAIN","kind":"BUSINESS","nameZh":"粮食","nameEn":"Grain","counts":true,\
                "costRatio":0.4,"source":"试验"}]}""";
        as("admin", "45").body(rules).put("/v1/income-rules/" + version).then().statusCode(201);
        as("admin", "45").body(rules).put("/v1/income-rules/" + version).then().statusCode(200);
        as("admin", "45")
                .body(rules.replace("0.4", "0.5"))
                .put("/v1/income-rules/" + version)
                .then()
                .statusCode(409)
                .body("code", equalTo("income-rules-never-change"));
        as("admin", "45")
                .body(rules.replace("BUSINESS", "COST"))
                .put("/v1/income-rules/" + version + "-2")
                .then()
                .statusCode(422)
                .body("code", equalTo("income-rules-faulty"));
        as("surveyor", TOWNSHIP)
                .get("/v1/income-rules")
                .then()
                .statusCode(200)
                .body("items.version", hasItems("GX-2017", "YN-RATIO", version));
        as("surveyor", TOWNSHIP)
                .get("/v1/income-rules/GX-2017")
                .then()
                .body("items.findAll { !it.counts }.code", hasItem("A50-4-2"));
        put(UUID.randomUUID(), """
                        {"householdId":"%s","from":"2019-01-01","to":"2019-12-31","statedBy":"户主","rules":"%s",\
                        "lines":[{"item":"GRAIN","amount":"100.00"}]}""".formatted(household, version))
                .statusCode(201)
                .body("net", equalTo("60.00"));
    }
}
