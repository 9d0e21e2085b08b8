package org.jingzhun.identification.special;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.special.SpecialDesk.member;
import static org.jingzhun.identification.special.SpecialDesk.put;
import static org.jingzhun.identification.special.SpecialDesk.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** Households that move, and records that follow the person into another household or end with the person. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class SpecialFollowingTest {

    @Test
    void aHouseholdMovesWithThePlaceThatItLeft() {
        County county = new County("451058", 18400, 2).household("甲", 2, 3, 46).begun(1, 0);
        String body = """
                {"householdId":"%s","since":"2016-03-01","way":"WHOLE_HAMLET","settlement":"CENTRALISED",\
                "site":"COUNTY_SEAT","from":{"villageCode":"%s","hamlet":"上屯","longitude":105.3,"latitude":24.7,\
                "boundary":{"type":"Polygon","coordinates":[[[105.3,24.7],[105.4,24.7],[105.4,24.8],[105.3,24.7]]]}},\
                "to":{"division":"%s","place":"鹤城新区"},"plannedYear":2016}""".formatted(county.household("甲"), county.village(1), county.village(2));
        String id = put(county, "relocations", body)
                .statusCode(201)
                .body("fromVillageCode", equalTo(county.village(1)))
                .body("villageCode", equalTo(county.village(2)))
                .extract()
                .path("id");
        put(county, "relocations", body).statusCode(409).body("code", equalTo("special-record-open"));
        put(county, "relocations", body.replace("[105.3,24.7]]]", "[105.3,24.9]]]"))
                .statusCode(422)
                .body("code", equalTo("boundary-open-ring"))
                .body("errors.pointer", contains("/from/boundary"));
        String ring = Collections.nCopies(501, "[105.3,24.7]").toString();
        Map<String, String> faulty = Map.of(
                "boundary-no-polygon", body.replace("Polygon", "LineString"),
                "boundary-position", body.replace("[105.4,24.7]", "[24.7,105.4]"),
                "boundary-size", body.replaceFirst("\\[\\[\\[.*?]]]", "[" + ring + "," + ring + "]"));
        faulty.forEach((code, wrong) ->
                put(county, "relocations", wrong).statusCode(422).body("code", equalTo(code)));
        put(county, "relocations", body.replace("\"plannedYear\"", "\"signedBy\":\"户主\",\"plannedYear\""))
                .statusCode(422)
                .body("code", equalTo("signature-incomplete"));
        put(county, "relocations", body.replace(",\"latitude\":24.7,", ","))
                .statusCode(422)
                .body("code", equalTo("position-incomplete"));
        put(county, "relocations", body.replace("COUNTY_SEAT", "INSIDE_VILLAGE"))
                .statusCode(422)
                .body("code", equalTo("site-not-fitting"));
        String approval = "\"step\":\"APPROVAL\",\"on\":\"2016-05-01\"";
        step(county, "county-officer", id, approval).statusCode(422).body("code", equalTo("special-need-missing"));
        county.county()
                .header("If-Match", "\"1\"")
                .body(body.replace(
                        "\"plannedYear\"", "\"signedBy\":\"户主\",\"signedOn\":\"2016-04-01\",\"plannedYear\""))
                .put("/v1/relocations/" + id)
                .then()
                .statusCode(200);
        step(county, "village-officer", id, approval).statusCode(403).body("code", equalTo("wrong-level"));
        county.county()
                .body("{" + approval + "}")
                .post("/v1/special-records/" + id + "/steps")
                .then()
                .statusCode(409)
                .body("code", equalTo("same-person"));
        step(county, "county-officer", id, approval).statusCode(200);
        step(county, "village-officer", id, "\"step\":\"MOVING_IN\",\"on\":\"2016-12-01\"")
                .statusCode(409)
                .body("code", equalTo("step-not-open"));
        step(county, "village-officer", id, "\"step\":\"KEYS\",\"on\":\"2016-11-01\"")
                .statusCode(200);
        step(county, "village-officer", id, "\"step\":\"MOVING_IN\",\"on\":\"2016-12-01\"")
                .statusCode(200);
        step(county, "village-officer", id, "\"step\":\"OLD_HOUSE_REMOVAL\",\"on\":\"2017-06-01\"")
                .statusCode(200)
                .body("relocation.fromBoundary.type", equalTo("Polygon"))
                .body(
                        "history.step",
                        contains("ENTRY", "CORRECTION", "APPROVAL", "KEYS", "MOVING_IN", "OLD_HOUSE_REMOVAL"));
        county.county()
                .get("/v1/special-registers/counts")
                .then()
                .body("items.find { it.register == 'RELOCATION' && it.stage == null }.count.persons", is(3))
                .body("items.find { it.register == 'RELOCATION' && it.stage != null }.kind", equalTo("CENTRALISED"));
    }

    @Test
    void householdsWithACertificateAreCountedAndRecordsFollowTheDeadAndTheMoving() {
        County county = Registered.register(
                new County("451059", 18500, 1).household("甲", 1, 3, 46).household("乙", 1, 2, 49), 1, 10);
        String holder = member(county, "甲", 1);
        for (String occupation : List.of("电工", "厨师")) {
            put(county, "certificates", """
                    {"memberId":"%s","since":"2017-01-01","kind":"TRAINING","occupation":"%s","issuer":"县人社局"}""".formatted(holder, occupation)).statusCode(201);
        }
        put(county, "certificates", """
                {"memberId":"%s","since":"2017-01-01","kind":"TRAINING","occupation":"x","issuer":"x","validTo":"2016-01-01"}""".formatted(holder))
                .statusCode(422)
                .body("code", equalTo("ends-before-it-begins"));
        county.county()
                .get("/v1/certificates/coverage?by=VILLAGE")
                .then()
                .body("items", hasSize(1))
                .body("items[0].registered.households", is(2))
                .body("items[0].covered.households", is(1))
                .body("items[0].covered.persons", is(1));

        change(county, "甲", "MARRIAGE_OUT", "\"leaving\":[\"" + holder + "\"]");
        change(county, "乙", "MARRIAGE_IN", "\"members\":[{" + People.traits("DAUGHTER_IN_LAW", 18501) + "}]");
        county.county()
                .get("/v1/households/" + county.household("乙") + "/special-registers")
                .then()
                .body("certificates", hasSize(2))
                .body("certificates.name", hasItem("人18501"));
        county.county()
                .get("/v1/households/" + county.household("甲") + "/special-registers")
                .then()
                .body("certificates", empty());

        String moved = county.county().get("/v1/certificates").jsonPath().getString("items[0].memberId");
        change(county, "乙", "DEATH", "\"leaving\":[\"" + moved + "\"]");
        county.county()
                .get("/v1/certificates")
                .then()
                .body("items.stage", everyItem(equalTo("ENDED")))
                .body("items.memberId", everyItem(nullValue()));
        String id = county.county().get("/v1/certificates").jsonPath().getString("items[0].id");
        county.county()
                .get("/v1/special-records/" + id)
                .then()
                .body("history.step", contains("ENTRY", "MOVE", "END"))
                .body("history.remark[2]", equalTo("DIED"));
        county.county().get("/v1/certificates/coverage").then().body("items[0].covered.households", is(0));
    }

    @Test
    void aRecordFollowsItsPersonIntoAnotherCountyWhoseOfficersSeeItThen() {
        County before = new County("451066", 19100, 1).household("甲", 1, 2, 46).begun(1, 0);
        County after = new County("451067", 19300, 1).household("乙", 1, 1, 46).begun(1, 0);
        String person = member(before, "甲", 1);
        String id = put(
                        before,
                        "certificates",
                        "{\"memberId\":\"%s\",\"since\":\"2017-01-01\",\"kind\":\"TRAINING\",\"occupation\":\"电工\",\"issuer\":\"县人社局\"}"
                                .formatted(person))
                .statusCode(201)
                .extract()
                .path("id");
        change(before, "甲", "MARRIAGE_OUT", "\"leaving\":[\"" + person + "\"]");
        before.county()
                .get("/v1/households/" + before.household("甲") + "/special-registers")
                .then()
                .body("certificates.id", contains(id))
                .body("certificates.memberId", contains(nullValue()));
        after.county().get("/v1/special-records/" + id).then().statusCode(404);
        change(after, "乙", "MARRIAGE_IN", "\"members\":[{" + People.traits("SPOUSE", 19101) + "}]");
        after.county()
                .get("/v1/special-records/" + id)
                .then()
                .statusCode(200)
                .body("certificate.householdId", equalTo(after.household("乙").toString()))
                .body("history.step", contains("ENTRY", "MOVE"));
        before.county().get("/v1/special-records/" + id).then().statusCode(404);
    }

    private static void change(County county, String household, String kind, String content) {
        String path = "/v1/households/" + county.household(household) + "/changes";
        String id = Registered.post(county, "village-officer", "requester", path, """
                        {"kind":"%s","on":"2018-01-01","reason":"变动","evidence":["证"],%s}""".formatted(kind, content))
                .statusCode(201)
                .extract()
                .path("change.id");
        Registered.post(county, "township-officer", "reviewer", path + "/" + id + "/steps", "{\"step\":\"REVIEW\"}")
                .statusCode(200);
        Registered.post(county, "county-officer", "applier", path + "/" + id + "/steps", "{\"step\":\"APPLICATION\"}")
                .statusCode(200);
    }
}
