package org.jingzhun.identification.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.identification.testing.Topic;
import org.junit.jupiter.api.Test;

/** What happens to households, from the request to the register. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ChangeStoryTest {

    private static final int NEWBORN = 15490;

    @Test
    void aPoorHouseholdGrowsSplitsAndTheRegisterFollows() {
        PlatformResource.connectOutbox();
        County county = Registered.register(
                new County("451065", 15400, 1).household("甲", 1, 3, 46).household("乙", 1, 2, 49), 1, 4);
        UUID household = county.household("甲");
        String birth = "{\"kind\":\"BIRTH\",\"on\":\"%s\",\"reason\":\"出生\",\"evidence\":[\"出生证\"],\"members\":[{%s}]}"
                .formatted(People.birthDate(NEWBORN), People.traits("SON", NEWBORN));
        refusesWhatContradicts(county, household, birth);

        String change = request(county, household, birth)
                .statusCode(201)
                .body("members.name", contains("人" + NEWBORN))
                .extract()
                .path("change.id");
        request(county, household, birth).statusCode(409).body("code", equalTo("change-under-way"));
        step(county, household, change, "APPLICATION", "county-officer")
                .statusCode(409)
                .body("code", equalTo("step-not-open"));
        step(county, household, change, "REVIEW", "county-officer")
                .statusCode(403)
                .body("code", equalTo("wrong-level"));
        Registered.post(county, "township-officer", "requester", path(household, change), "{\"step\":\"REVIEW\"}")
                .statusCode(409)
                .body("code", equalTo("same-person"));
        step(county, household, change, "REVIEW", "township-officer").statusCode(200);
        step(county, household, change, "APPLICATION", "county-officer")
                .statusCode(200)
                .body("change.stage", equalTo("APPLIED"));
        county.county().get("/v1/households/" + household).then().body("members", hasSize(4));
        county.county()
                .get("/v1/register/" + household)
                .then()
                .body("entry.persons", is(4))
                .body("entry.status", equalTo("POOR"));
        assertThat(Topic.await("identification.register", household.toString(), "household-changed")
                        .value())
                .contains("\"persons\":4", "\"revision\":2", "\"status\":\"POOR\"");
        splitsAndMerges(county, household);
        moves(county, household);
    }

    private static void refusesWhatContradicts(County county, UUID household, String birth) {
        request(county, household, birth.replace("\"on\":\"" + People.birthDate(NEWBORN), "\"on\":\"2016-01-01"))
                .statusCode(422)
                .body("code", equalTo("change-dates-contradict"));
        request(county, household, birth.replace("BIRTH", "DEATH"))
                .statusCode(422)
                .body("code", equalTo("change-unfitting"))
                .body("errors.pointer", contains("/members"));
        request(
                        county,
                        household,
                        leaving(
                                "DEATH",
                                "2999-01-01",
                                members(county, household).getLast()))
                .statusCode(422)
                .body("code", equalTo("change-in-the-future"));
        request(
                        county,
                        household,
                        leaving(
                                "DEATH",
                                "1900-01-01",
                                members(county, household).getLast()))
                .statusCode(422)
                .body("code", equalTo("change-dates-contradict"));
        request(
                        county,
                        household,
                        leaving("DEATH", "2016-01-01", UUID.randomUUID().toString()))
                .statusCode(422)
                .body("code", equalTo("change-no-member"));
        List<String> all = members(county, household);
        request(county, household, leaving("MOVED_OUT", "2016-01-01", String.join("\",\"", all)))
                .statusCode(422)
                .body("code", equalTo("change-nobody-left"));
        String again = "\"members\":[{\"id\":\"%s\",".formatted(all.getLast());
        request(county, household, birth.replace("\"members\":[{", again))
                .statusCode(422)
                .body("code", equalTo("change-member-already"));
        String head = head(county, household);
        request(county, household, leaving("DEATH", "2016-01-01", head))
                .statusCode(422)
                .body("code", equalTo("head-missing"));
    }

    private static void splitsAndMerges(County county, UUID household) {
        UUID other = UUID.randomUUID();
        List<String> sons = members(county, household).stream()
                .filter(id -> !id.equals(head(county, household)))
                .limit(2)
                .toList();
        String split = """
                {"kind":"SPLIT","on":"2016-03-01","reason":"分家","evidence":[],"leaving":["%s","%s"],\
                "relations":[{"memberId":"%s","relation":"HEAD"}],"otherHousehold":"%s","householder":"人子",\
                "hamlet":"下屯","address":"下屯2号"}""".formatted(sons.get(0), sons.get(1), sons.get(0), other);
        applied(county, household, split);
        county.county().get("/v1/households/" + household).then().body("members", hasSize(2));
        county.county()
                .get("/v1/households/" + other)
                .then()
                .statusCode(200)
                .body("members.id", hasItems(sons.get(0), sons.get(1)))
                .body("householder", equalTo("人子"));
        county.county().get("/v1/register/" + other).then().statusCode(404);

        String merge = """
                {"kind":"MERGE","on":"2016-06-01","reason":"并户","evidence":[],"otherHousehold":"%s",\
                "relations":[{"memberId":"%s","relation":"SON"}]}""".formatted(other, sons.get(0));
        request(county, other, merge.replace(other.toString(), household.toString()))
                .statusCode(422)
                .body("code", equalTo("change-other-household"));
        applied(county, household, merge);
        county.county().get("/v1/households/" + household).then().body("members", hasSize(4));
        county.county().get("/v1/households/" + other).then().body("members", hasSize(0));
    }

    /** A person is in one household at a time. */
    private static void moves(County county, UUID household) {
        UUID second = county.household("乙");
        int person = 15404; // the second member of 乙
        String comes = """
                {"kind":"MARRIAGE_IN","on":"2016-07-01","reason":"结婚","evidence":["结婚证"],"members":[{%s}]}""".formatted(People.traits("DAUGHTER_IN_LAW", person));
        String change =
                request(county, household, comes).statusCode(201).extract().path("change.id");
        step(county, household, change, "REVIEW", "township-officer").statusCode(200);
        step(county, household, change, "APPLICATION", "county-officer")
                .statusCode(409)
                .body("code", equalTo("duplicate-person"));
        String leaves = members(county, second).stream()
                .filter(id -> !id.equals(head(county, second)))
                .findFirst()
                .orElseThrow();
        applied(county, second, leaving("MARRIAGE_OUT", "2016-07-01", leaves));
        step(county, household, change, "APPLICATION", "county-officer").statusCode(200);
        county.county().get("/v1/households/" + household).then().body("members.name", hasItem("人" + person));
        county.county().get("/v1/households/" + second).then().body("members.name", not(hasItem("人" + person)));

        String rejected = request(
                        county,
                        second,
                        "{\"kind\":\"CORRECTION\",\"on\":\"2016-08-01\",\"reason\":\"更正\","
                                + "\"evidence\":[],\"address\":\"上屯9号\"}")
                .statusCode(201)
                .extract()
                .path("change.id");
        step(county, second, rejected, "REJECTION", "township-officer").statusCode(200);
        applied(
                county,
                second,
                "{\"kind\":\"CORRECTION\",\"on\":\"2016-08-01\",\"reason\":\"更正\",\"evidence\":[],"
                        + "\"address\":\"上屯9号\"}");
        county.county().get("/v1/households/" + second).then().body("address", equalTo("上屯9号"));
        county.county()
                .get("/v1/household-changes?household=" + second)
                .then()
                .body("items.stage", contains("APPLIED", "REJECTED", "APPLIED"));
        as("auditor", "451031")
                .get("/v1/households/" + second + "/changes/" + rejected)
                .then()
                .statusCode(404);
    }

    private static void applied(County county, UUID household, String body) {
        String change =
                request(county, household, body).statusCode(201).extract().path("change.id");
        step(county, household, change, "REVIEW", "township-officer").statusCode(200);
        step(county, household, change, "APPLICATION", "county-officer").statusCode(200);
    }

    private static String leaving(String kind, String on, String member) {
        return "{\"kind\":\"%s\",\"on\":\"%s\",\"reason\":\"变动\",\"evidence\":[],\"leaving\":[\"%s\"]}"
                .formatted(kind, on, member);
    }

    private static List<String> members(County county, UUID household) {
        return county.county().get("/v1/households/" + household).jsonPath().getList("members.id");
    }

    private static String head(County county, UUID household) {
        return county.county()
                .get("/v1/households/" + household)
                .jsonPath()
                .getString("members.find { it.relation == 'HEAD' }.id");
    }

    private static ValidatableResponse request(County county, UUID household, String body) {
        return Registered.post(
                county, "village-officer", "requester", "/v1/households/" + household + "/changes", body);
    }

    private static ValidatableResponse step(County county, UUID household, String change, String step, String role) {
        return Registered.post(
                county, role, role + " of " + step, path(household, change), "{\"step\":\"" + step + "\"}");
    }

    private static String path(UUID household, String change) {
        return "/v1/households/" + household + "/changes/" + change + "/steps";
    }
}
