package org.jingzhun.identification.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.forNoPurpose;
import static org.jingzhun.identification.testing.People.body;
import static org.jingzhun.identification.testing.People.number;
import static org.jingzhun.identification.testing.People.traits;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class HouseholdTest {

    private static final String TOWNSHIP = "451031310";
    private static final String VILLAGE = TOWNSHIP + "001";
    private static final String NEXT_VILLAGE = TOWNSHIP + "002";

    @BeforeEach
    void places() {
        Places.known(TOWNSHIP, 2);
    }

    private static ValidatableResponse put(UUID id, String body) {
        return as("surveyor", TOWNSHIP).body(body).put("/v1/households/" + id).then();
    }

    @Test
    void aHouseholdIsRecordedReadAndCorrectedWithItsRevision() {
        UUID id = UUID.randomUUID();
        String etag = put(id, body(VILLAGE, List.of(traits("HEAD", 101), traits("SPOUSE", 102))))
                .statusCode(201)
                .body("persons", equalTo(2))
                .body("labourers", equalTo(2))
                .body("members.relation", contains("HEAD", "SPOUSE"))
                .extract()
                .header("ETag");

        as("surveyor", TOWNSHIP)
                .get("/v1/households/" + id)
                .then()
                .statusCode(200)
                .header("ETag", etag)
                .body("members.idNumber", contains(number(101), number(102)))
                .body("members.health", everyItem(equalTo("CHRONIC")))
                .body("members.disability", everyItem(equalTo("LIMB_2")))
                .body("phone", equalTo("13800001234"))
                .body("status", nullValue());

        String corrected = body(NEXT_VILLAGE, List.of(traits("HEAD", 101)));
        put(id, corrected).statusCode(428).body("code", equalTo("if-match-required"));
        as("surveyor", TOWNSHIP)
                .header("If-Match", etag)
                .body(corrected)
                .put("/v1/households/" + id)
                .then()
                .statusCode(200)
                .body("persons", equalTo(1))
                .body("villageCode", equalTo(NEXT_VILLAGE));
        as("surveyor", TOWNSHIP)
                .header("If-Match", etag)
                .body(corrected)
                .put("/v1/households/" + id)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-revision"));
    }

    @Test
    void aChangeOfOneMemberMovesTheRevisionOfTheHousehold() {
        UUID id = UUID.randomUUID();
        String member = "\"id\":\"" + UUID.randomUUID() + "\"," + traits("HEAD", 103);
        String etag = put(id, body(VILLAGE, List.of(member))).extract().header("ETag");
        String changed = as("surveyor", TOWNSHIP)
                .header("If-Match", etag)
                .body(body(VILLAGE, List.of(member.replace("\"monthsWorked\":7", "\"monthsWorked\":8"))))
                .put("/v1/households/" + id)
                .then()
                .statusCode(200)
                .body("members.monthsWorked", contains(8))
                .extract()
                .header("ETag");
        assertThat(changed).isNotEqualTo(etag);
    }

    @Test
    void personalDataAreMaskedForThoseWhoDoNotNeedThem() {
        UUID id = UUID.randomUUID();
        put(id, body(VILLAGE, List.of(traits("HEAD", 104)))).statusCode(201);

        as("auditor", TOWNSHIP)
                .get("/v1/households/" + id)
                .then()
                .statusCode(200)
                .body(
                        "members[0].idNumber",
                        equalTo("452631********" + number(104).substring(14)))
                .body("members[0].health", nullValue())
                .body("members[0].disability", nullValue())
                .body("phone", equalTo("*******1234"));
        as("village-officer", VILLAGE)
                .get("/v1/households/" + id)
                .then()
                .body("members[0].idNumber", containsString("********"))
                .body("members[0].health", equalTo("CHRONIC"));
    }

    @Test
    void withoutAPurposeNobodyIsShownMoreThanWhoDoesNotNeedIt() {
        UUID id = UUID.randomUUID();
        put(id, body(VILLAGE, List.of(traits("HEAD", 118)))).statusCode(201);
        String auditor = as("auditor", TOWNSHIP).get("/v1/households/" + id).asString();
        for (String role : List.of("surveyor", "county-officer", "township-officer", "village-officer")) {
            for (String reason : List.of("", "?reason= ")) {
                assertThat(forNoPurpose(role, TOWNSHIP)
                                .get("/v1/households/" + id + reason)
                                .asString())
                        .as(role)
                        .isEqualTo(auditor)
                        .contains("\"phone\":\"*******1234\"");
            }
        }
        forNoPurpose("surveyor", TOWNSHIP)
                .get("/v1/households/" + id + "?reason=appraisal")
                .then()
                .body("members[0].idNumber", equalTo(number(118)))
                .body("members[0].health", equalTo("CHRONIC"))
                .body("phone", equalTo("13800001234"));
        as("surveyor", TOWNSHIP)
                .get("/v1/households/" + id + "?reason= ")
                .then()
                .body("members[0].idNumber", equalTo(number(118)));

        List<String> reasons = as("auditor", TOWNSHIP)
                .get("/v1/households/" + id + "/access-log")
                .jsonPath()
                .getList("items.reason");
        assertThat(reasons.subList(1, reasons.size()))
                .as("an auditor who said why, eight readings for no purpose, one by the parameter, one by the header")
                .startsWith("story")
                .endsWith("appraisal", "story")
                .hasSize(11);
        assertThat(reasons.subList(2, 10)).containsOnlyNulls();
    }

    @Test
    void theAccessLogTellsWhoReadOrChangedTheHouseholdAndWhy() {
        UUID id = UUID.randomUUID();
        put(id, body(VILLAGE, List.of(traits("HEAD", 116)))).statusCode(201);
        as("village-officer", VILLAGE)
                .get("/v1/households/" + id + "?reason=appraisal")
                .then()
                .statusCode(200);

        as("auditor", TOWNSHIP)
                .get("/v1/households/" + id + "/access-log")
                .then()
                .statusCode(200)
                .body("items.action", contains("household-recorded", "household-read"))
                .body("items.subject", contains("surveyor@" + TOWNSHIP, "village-officer@" + VILLAGE))
                .body("items[1].reason", equalTo("appraisal"));
        as("auditor", "451031999")
                .get("/v1/households/" + id + "/access-log")
                .then()
                .statusCode(404);
    }

    @Test
    void householdsOutsideTheAreaAreNotThere() {
        UUID id = UUID.randomUUID();
        put(id, body(VILLAGE, List.of(traits("HEAD", 105)))).statusCode(201);

        as("village-officer", NEXT_VILLAGE).get("/v1/households/" + id).then().statusCode(404);
        as("village-officer", NEXT_VILLAGE)
                .get("/v1/households?limit=1000")
                .then()
                .body("items.villageCode", everyItem(equalTo(NEXT_VILLAGE)));
        as("surveyor", NEXT_VILLAGE)
                .body(body(NEXT_VILLAGE, List.of(traits("HEAD", 106))))
                .put("/v1/households/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("id-taken"));
        as("surveyor", NEXT_VILLAGE)
                .body(body(VILLAGE, List.of(traits("HEAD", 107))))
                .put("/v1/households/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-village"));
    }

    @Test
    void householdsAreListedByPlaceAndNameAndStreamedWhole() {
        UUID id = UUID.randomUUID();
        put(id, body(VILLAGE, List.of(traits("HEAD", 108)))).statusCode(201);

        as("county-officer", "451031")
                .get("/v1/households?division=" + VILLAGE + "&q=王&limit=1000")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()));
        as("county-officer", "451031")
                .get("/v1/households?division=" + VILLAGE + "&q=欧阳")
                .then()
                .body("items", hasSize(0));
        as("county-officer", "451031")
                .get("/v1/households?division=" + TOWNSHIP + "&status=POOR&cause=ILLNESS")
                .then()
                .body("items", hasSize(0));
        as("county-officer", "451031")
                .accept("text/csv")
                .get("/v1/households?division=" + VILLAGE)
                .then()
                .statusCode(200)
                .body(containsString(id.toString()))
                .body(not(containsString("idNumber")));
        as("county-officer", "451031")
                .get("/v1/households?division=4510311")
                .then()
                .statusCode(400);
    }

    @Test
    void theDatabaseHoldsNoIdNumberNorPhoneNorHealthInTheClear() {
        UUID id = UUID.randomUUID();
        put(id, body(VILLAGE, List.of(traits("HEAD", 115)))).statusCode(201);

        String stored = Stored.rowsOf(PlatformResource.platform().addresses().database("identification"), id);

        assertThat(stored).contains("上屯").contains("人115");
        assertThat(stored.toUpperCase(Locale.ROOT)).doesNotContain(number(115), "13800001234", "CHRONIC", "LIMB_2");
    }
}
