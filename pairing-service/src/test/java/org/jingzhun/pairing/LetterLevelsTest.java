package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Neighbour;
import org.jingzhun.pairing.testing.Rounds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The promise goes on below the county: township and village sign for their shares of its target (层层签订责任书). */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class LetterLevelsTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final int year = Rounds.today().getYear();
    private final County county = new County("970501");
    private final String townshipCode = county.code() + "100000";

    @Test
    void townshipAndVillageSignForTheirSharesOfTheCountysTarget() {
        county.hasVillages(2);
        known(county.code() + "000000", "COUNTY", "970500000000");
        known(townshipCode, "TOWNSHIP", county.code() + "000000");
        String ofCounty = await().atMost(SOON)
                .until(
                        () -> county.planner()
                                .body(Map.of(
                                        "division",
                                        county.code() + "000000",
                                        "measure",
                                        "VILLAGES_OUT",
                                        "firstYear",
                                        year,
                                        "finalYear",
                                        year,
                                        "total",
                                        2,
                                        "atLeast",
                                        0,
                                        "document",
                                        "Decision 3"))
                                .post("/v1/targets")
                                .jsonPath()
                                .getString("id"),
                        id -> id != null);
        String ofTownship = await().atMost(SOON).until(() -> share(ofCounty, townshipCode), id -> id != null);
        String ofVillage = share(ofTownship, county.village(1));
        assertThat(ofVillage).isNotNull();

        draft(county.planner(), townshipCode, county.village(1), ofVillage)
                .statusCode(403)
                .body("code", equalTo("letter-other-side"));
        draft(county.planner(), county.code() + "000000", county.village(1), ofVillage)
                .statusCode(422)
                .body("code", equalTo("not-the-level-below"));
        draft(county.planner(), county.code() + "000000", townshipCode, ofVillage)
                .statusCode(422)
                .body("code", equalTo("foreign-target"));

        String first = draft(county.planner(), county.code() + "000000", townshipCode, ofTownship)
                .statusCode(200)
                .body("targets.total", contains(2))
                .extract()
                .path("letter.id");
        step(village("head"), first, "ACCEPT").statusCode(404);
        step(county.head(), first, "ACCEPT").statusCode(403).body("code", equalTo("letter-other-side"));
        step(township("head"), first, "ACCEPT").statusCode(200).body("letter.state", equalTo("ACCEPTED"));
        step(township("secretary"), first, "SIGN").statusCode(403).body("code", equalTo("letter-other-side"));
        step(county.planner(), first, "SIGN").statusCode(409).body("code", equalTo("same-person"));
        step(county.head(), first, "SIGN").statusCode(200).body("letter.state", equalTo("IN_FORCE"));

        String second = draft(township("head"), townshipCode, county.village(1), ofVillage)
                .statusCode(200)
                .body("targets.total", contains(1))
                .extract()
                .path("letter.id");
        step(township("secretary"), second, "ACCEPT").statusCode(403).body("code", equalTo("letter-other-side"));
        step(village("head"), second, "ACCEPT").statusCode(200);
        step(county.head(), second, "SIGN").statusCode(403).body("code", equalTo("letter-other-side"));
        step(township("secretary"), second, "SIGN").statusCode(200).body("letter.state", equalTo("IN_FORCE"));
        county.auditor()
                .get("/v1/letters?state=IN_FORCE&year=" + year + "&division=" + county.code())
                .then()
                .statusCode(200)
                .body("items.id", hasItems(first, second))
                .body("items.find { it.id == '" + second + "' }.lower", equalTo(county.village(1)));
        draft(township("head"), townshipCode, county.village(1), ofVillage)
                .statusCode(409)
                .body("code", equalTo("letter-stands"));
    }

    private static void known(String code, String level, String parent) {
        Neighbour.tell("identification.village", List.of(new Neighbour.Told(code, "division-recorded", """
                {"code": "%s", "name": "Place %s", "level": "%s", "parent": "%s", "validFrom": "2014-01-01",
                 "poorVillage": false, "revision": 1}
                """.formatted(
                        code, code, level, parent))));
    }

    /** The id of a division's share; null when there is none. */
    private @Nullable String share(String target, String division) {
        return county.planner()
                .post("/v1/targets/" + target + "/shares")
                .jsonPath()
                .getString("items.find { it.division == '" + division + "' }?.id");
    }

    private ValidatableResponse draft(RequestSpecification person, String upper, String lower, String target) {
        return person.body(Map.of(
                        "id",
                        UUID.randomUUID(),
                        "year",
                        year,
                        "upper",
                        upper,
                        "lower",
                        lower,
                        "document",
                        "Letter 9",
                        "duties",
                        List.of("贫困村按期出列"),
                        "targets",
                        List.of(target)))
                .post("/v1/letters")
                .then();
    }

    private static ValidatableResponse step(RequestSpecification person, String letter, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/letters/" + letter + "/steps")
                .then();
    }

    private RequestSpecification township(String person) {
        return County.as("township-officer", county.code() + "100", person + "@" + townshipCode);
    }

    private RequestSpecification village(String person) {
        return County.as("village-officer", county.village(1), person + "@" + county.village(1));
    }
}
