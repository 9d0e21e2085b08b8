package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.testing.Announced;
import org.jingzhun.pairing.testing.County;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who needs and who gives find each other; the receiver confirms; who gives is honoured. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class SocialStoryTest {

    private final LocalDate today = LocalDate.now(Clocks.SHANGHAI);
    private final County county = new County("450343");

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void needsAndOffersFindEachOther() {
        county.hasVillages(2);
        var near = UUID.randomUUID();
        var far = UUID.randomUUID();
        var wide = UUID.randomUUID();
        var narrow = UUID.randomUUID();
        need(near, with(need(1, 5), "neededBy", today.minusDays(1).toString()))
                .statusCode(422)
                .body("code", equalTo("social-bad-days"));
        need(near, with(need(1, 5), "householdId", UUID.randomUUID()))
                .statusCode(422)
                .body("code", equalTo("social-unknown-place"));
        need(near, need(1, 5)).statusCode(200).body("open", equalTo(5));
        need(near, need(1, 5)).statusCode(200);
        need(near, need(1, 6)).statusCode(409).body("code", equalTo("social-id-taken"));
        need(far, need(2, 5)).statusCode(200);
        offer(wide, offer(county.code() + "000000")).statusCode(200);
        offer(narrow, offer(county.village(1))).statusCode(200);
        offer(UUID.randomUUID(), offer("450349000000")).statusCode(422);
        var over = UUID.randomUUID();
        offer(over, with(offer(county.village(1)), "lastOn", today.minusDays(1).toString()))
                .statusCode(422);

        var matches = match().statusCode(200)
                .body("items.needId", containsInAnyOrder(near.toString(), far.toString()))
                .body("items.amount", contains(5, 5))
                .extract();
        assertThat(matches.<String>path("items.find { it.needId == '" + near + "' }.offerId"))
                .isEqualTo(narrow.toString());
        match().statusCode(200).body("items", empty());
        String id = matches.path("items.find { it.needId == '" + far + "' }.id");
        county.planner()
                .post("/v1/offers/" + wide + "/withdrawal")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-matched"));

        step(county.planner(), id, "CONFIRM").statusCode(409).body("code", equalTo("step-not-open"));
        step(county.planner(), id, "ACCEPT").statusCode(200);
        step(township(), id, "DELIVER").statusCode(200);
        step(township(), id, "CONFIRM").statusCode(409).body("code", equalTo("same-person"));
        step(County.as("village-officer", county.village(2), "village"), id, "CONFIRM")
                .statusCode(200)
                .body("match.state", equalTo("CONFIRMED"));
        var told = Announced.of(UUID.fromString(id), Announcement.Type.MATCH_CONFIRMED)
                .getFirst()
                .payload();
        assertThat(told.getString("needId")).isEqualTo(far.toString());
        assertThat(told.getString("offerId")).isEqualTo(wide.toString());
        refusedIsOpenAgain(matches.path("items.find { it.needId == '" + near + "' }.id"), narrow);
    }

    private void refusedIsOpenAgain(String match, UUID offer) {
        step(township(), match, "REFUSE").statusCode(200);
        county.auditor()
                .get("/v1/offers?open=true&division=" + county.code())
                .then()
                .body("items.id", contains(offer.toString()))
                .body("items.open", contains(5));
        county.planner()
                .post("/v1/offers/" + offer + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true));
        match().body("items", empty());
        county.auditor()
                .get("/v1/matches?state=CONFIRMED&division=" + county.code())
                .then()
                .body("items.amount", contains(5));
    }

    @Test
    void anHonourIsConferredByAnotherPerson() {
        var place = new County("450344");
        var id = UUID.randomUUID();
        Map<String, Object> body = Map.of(
                "id",
                id,
                "division",
                place.code() + "000000",
                "donor",
                "Firm 7",
                "title",
                "扶贫济困先进企业",
                "reason",
                "Built a school");
        place.planner().body(body).post("/v1/honours").then().statusCode(200).body("honour.state", equalTo("PROPOSED"));
        honour(place.planner(), id, "CONFER").statusCode(409).body("code", equalTo("same-person"));
        honour(place.head(), id, "CONFER").statusCode(200).body("honour.conferredOn", equalTo(today.toString()));
        honour(place.head(), id, "DECLINE").statusCode(409).body("code", equalTo("step-not-open"));
        place.auditor()
                .get("/v1/honours?state=CONFERRED&division=" + place.code())
                .then()
                .body("items.id", contains(id.toString()));
    }

    private Map<String, Object> need(int village, int amount) {
        return new HashMap<>(Map.of(
                "villageCode",
                county.village(village),
                "kind",
                "GOODS",
                "amount",
                amount,
                "title",
                "Winter quilts",
                "neededBy",
                today.plusDays(60).toString()));
    }

    private Map<String, Object> offer(String division) {
        return new HashMap<>(Map.of(
                "division",
                division,
                "donor",
                "Firm 7",
                "donorKind",
                "ENTERPRISE",
                "kind",
                "GOODS",
                "campaign",
                "扶贫日",
                "amount",
                5,
                "title",
                "Quilts",
                "firstOn",
                today.minusDays(40).toString(),
                "lastOn",
                today.plusDays(30).toString()));
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        body.put(name, value);
        return body;
    }

    private ValidatableResponse need(UUID id, Map<String, Object> body) {
        return township().body(body).put("/v1/needs/" + id).then();
    }

    private ValidatableResponse offer(UUID id, Map<String, Object> body) {
        return county.planner().body(body).put("/v1/offers/" + id).then();
    }

    private ValidatableResponse match() {
        return county.planner()
                .body(Map.of("division", county.code() + "000000", "kind", "GOODS"))
                .post("/v1/matches")
                .then();
    }

    private RequestSpecification township() {
        return County.as("township-officer", county.code() + "100", "township@" + county.code());
    }

    private static ValidatableResponse step(RequestSpecification person, String match, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/matches/" + match + "/steps")
                .then();
    }

    private static ValidatableResponse honour(RequestSpecification person, UUID id, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/honours/" + id + "/steps")
                .then();
    }
}
