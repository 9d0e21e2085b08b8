package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.published.Announcement;
import org.jingzhun.pairing.testing.Announced;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Neighbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A county's target is laid over the years and shared out, promised level by level, and held against the exits. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class ResponsibilityStoryTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    private final int thisYear = LocalDate.now(Clocks.SHANGHAI).getYear();

    @Test
    void aTargetIsWorkedBackSharedOutAndHeldAgainstTheExits() {
        var county = known("450356");
        var poor = new ArrayList<UUID>();
        poor.addAll(county.registers(1, "ILLNESS", 6));
        poor.addAll(county.registers(2, "ILLNESS", 3));
        var target = new HashMap<String, Object>(Map.of(
                "division",
                county.code() + "000000",
                "measure",
                "PERSONS_OUT",
                "firstYear",
                thisYear - 1,
                "finalYear",
                thisYear + 1,
                "total",
                36,
                "atLeast",
                10,
                "document",
                "Decision 1"));
        set(county, with(target, "division", "450359000000")).statusCode(403).body("code", equalTo("foreign-division"));
        set(county, with(target, "finalYear", thisYear - 2)).statusCode(422).body("code", equalTo("bad-target-years"));
        set(county, with(target, "total", 0)).statusCode(400);
        String id = set(county, target)
                .statusCode(200)
                .body("years.due", contains(12, 12, 12))
                .extract()
                .path("id");

        await().atMost(SOON)
                .until(
                        () -> county.planner()
                                .post("/v1/targets/" + id + "/shares")
                                .then()
                                .extract()
                                .<Integer>path("items[0].total"),
                        Integer.valueOf(36)::equals);
        String township = county.planner()
                .get("/v1/targets?division=" + county.code() + "100&year=" + thisYear)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].parent", equalTo(id))
                .extract()
                .path("items[0].id");
        county.planner()
                .post("/v1/targets/" + township + "/shares")
                .then()
                .statusCode(200)
                .body("items.division", contains(county.village(1), county.village(2)))
                .body("items.total", contains(24, 12));
        String village = county.planner()
                .get("/v1/targets?division=" + county.village(1))
                .then()
                .extract()
                .path("items[0].id");
        county.planner()
                .post("/v1/targets/" + village + "/shares")
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-to-share-by"));

        exits(county, poor.get(0), thisYear - 1, 2);
        exits(county, poor.get(1), thisYear - 1, 2);
        exits(county, poor.get(2), thisYear, 2);
        Neighbour.tell(
                "identification.register",
                List.of(Neighbour.household(poor.get(1), county.village(1), "RETURNED", "ILLNESS", 3)));
        await().atMost(SOON).untilAsserted(() -> county.auditor()
                .get("/v1/targets/" + id)
                .then()
                .statusCode(200)
                .body("years.gross", contains(8, 4, 0))
                .body("years.net", contains(4, 4, 0)));
        county.auditor()
                .get("/v1/targets/" + id)
                .then()
                .body("years[0].needed", nullValue())
                .body("years[1].needed", equalTo(16))
                .body("years[2].needed", equalTo(16));
        String again =
                set(county, with(target, "total", 40)).statusCode(200).extract().path("id");
        county.auditor()
                .get("/v1/targets?division=" + county.code() + "000000")
                .then()
                .body(
                        "items.findAll { it.division == '450356000000' && it.measure == 'PERSONS_OUT' }.id",
                        contains(again));
    }

    @Test
    void aLetterIsPromisedBelowAndSignedAbove() {
        var county = known("450357");
        var id = UUID.randomUUID();
        String target = set(
                        county,
                        Map.of(
                                "division",
                                county.code() + "000000",
                                "measure",
                                "VILLAGES_OUT",
                                "firstYear",
                                thisYear,
                                "finalYear",
                                thisYear + 1,
                                "total",
                                18,
                                "atLeast",
                                0,
                                "document",
                                "Decision 2"))
                .statusCode(200)
                .extract()
                .path("id");
        var letter = new HashMap<String, Object>(Map.of(
                "id",
                id,
                "year",
                thisYear,
                "upper",
                "450300000000",
                "lower",
                county.code() + "000000",
                "document",
                "Letter 7",
                "duties",
                List.of("18 villages out of poverty"),
                "targets",
                List.of(target)));
        var city = County.as("city-officer", "4503", "city-writer@4503");
        draft(city, with(letter, "upper", "450000000000")).statusCode(422).body("code", equalTo("not-the-level-below"));
        draft(city, with(letter, "targets", List.of(UUID.randomUUID())))
                .statusCode(422)
                .body("code", equalTo("foreign-target"));
        draft(county.planner(), letter).statusCode(403).body("code", equalTo("letter-other-side"));
        draft(city, letter).statusCode(200).body("targets.total", contains(18));
        draft(city, letter).statusCode(200).body("steps", hasSize(1));
        draft(city, with(letter, "document", "Letter 8")).statusCode(409).body("code", equalTo("letter-stands"));

        step(city, id, "SIGN").statusCode(409).body("code", equalTo("step-not-open"));
        step(County.as("township-officer", county.code(), "t"), id, "ACCEPT")
                .statusCode(403)
                .body("code", equalTo("letter-other-side"));
        step(county.planner(), id, "ACCEPT").statusCode(200);
        step(city, id, "SIGN").statusCode(409).body("code", equalTo("same-person"));
        step(County.as("city-officer", "4503", "city-head@4503"), id, "SIGN")
                .statusCode(200)
                .body("letter.state", equalTo("IN_FORCE"));
        county.auditor()
                .get("/v1/letters?division=" + county.code() + "&year=" + thisYear + "&state=IN_FORCE")
                .then()
                .body("items.id", contains(id.toString()));
        step(city, id, "WITHDRAW").statusCode(200);
        assertThat(Announced.of(id, Announcement.Type.LETTER_SIGNED, Announcement.Type.LETTER_WITHDRAWN).stream()
                        .map(event -> event.payload().getString("lower")))
                .containsOnly(county.code() + "000000");
        draft(city, with(letter, "document", "Letter 8")).statusCode(200);
    }

    private static County known(String code) {
        var county = new County(code);
        county.hasVillages(2);
        Neighbour.tell(
                "identification.village",
                List.of(new Neighbour.Told(code + "000000", "division-recorded", """
                {"code": "%s000000", "name": "County %s", "level": "COUNTY", "parent": "450300000000",
                 "validFrom": "2014-01-01", "poorVillage": false, "revision": 1}
                """.formatted(code, code))));
        await().atMost(SOON)
                .until(
                        () -> county.planner()
                                .body(Map.of(
                                        "division",
                                        code + "000000",
                                        "measure",
                                        "HOUSEHOLDS_OUT",
                                        "firstYear",
                                        2016,
                                        "finalYear",
                                        2016,
                                        "total",
                                        1,
                                        "atLeast",
                                        0,
                                        "document",
                                        "Known"))
                                .post("/v1/targets")
                                .statusCode(),
                        Integer.valueOf(200)::equals);
        return county;
    }

    private static void exits(County county, UUID household, int year, long revision) {
        Neighbour.tell(
                "identification.register",
                List.of(new Neighbour.Told(household.toString(), "household-exited", """
                {"householdId": "%s", "villageCode": "%s", "hamlet": "上屯", "householder": "李大山", "persons": 4,
                 "labourers": 2, "status": "EXITED", "attribute": "GENERAL", "mainCause": "ILLNESS", "otherCauses": [],
                 "ethnicity": "06", "score": 40, "year": 2015, "registeredOn": "2016-01-15", "exitYear": %d,
                 "exitedOn": "%d-11-20", "exitStandard": "GX-2017", "documentNumber": "7", "revision": %d}
                """.formatted(
                                household, county.village(1), year, year, revision))));
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        var changed = new HashMap<>(body);
        changed.put(name, value);
        changed.computeIfPresent("id", (key, id) -> UUID.randomUUID());
        return changed;
    }

    private static ValidatableResponse set(County county, Map<String, Object> body) {
        return county.planner().body(body).post("/v1/targets").then();
    }

    private static ValidatableResponse draft(RequestSpecification person, Map<String, Object> body) {
        return person.body(body).post("/v1/letters").then();
    }

    private static ValidatableResponse step(RequestSpecification person, UUID letter, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/letters/" + letter + "/steps")
                .then();
    }
}
