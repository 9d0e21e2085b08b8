package org.jingzhun.identification.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** Patients, disability, left behind, relocation and certificates, for one household together. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class SpecialStoryTest {

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static String member(County county, String household, int index) {
        return county.county()
                .get("/v1/households/" + county.household(household))
                .jsonPath()
                .getString("members[" + index + "].id");
    }

    private static ValidatableResponse put(County county, String register, String body) {
        return county.county()
                .body(body)
                .put("/v1/" + register + "/" + UUID.randomUUID())
                .then();
    }

    private static ValidatableResponse step(County county, String role, String id, String body) {
        return Registered.post(county, role, role, "/v1/special-records/" + id + "/steps", "{" + body + "}");
    }

    @Test
    void patientsAndDisabledPersonsAreSealedAndShownToFew() {
        County county = Registered.register(new County("451003", 18200, 1).household("甲", 1, 3, 46), 1, 10);
        UUID household = county.household("甲");
        String patient = """
                {"memberId":"%s","since":"2017-03-01","disease":"STOMACH_CANCER","payLater":true,"familyDoctor":"韦医生",\
                "healthCard":"A1234567890"}""".formatted(member(county, "甲", 0));
        String id = put(county, "patients", patient).statusCode(201).extract().path("id");
        put(county, "patients", patient.replace("STOMACH_CANCER", "NONE_SUCH"))
                .statusCode(422)
                .body("code", equalTo("disease-unknown"));
        step(county, "township-officer", id, "\"step\":\"TREATMENT\",\"on\":\"2017-04-01\"")
                .statusCode(200)
                .body("patient.stage", equalTo("IN_TREATMENT"))
                .body("patient.disease", equalTo("STOMACH_CANCER"))
                .body("patient.healthCard", equalTo("A12345*7890"));

        String certificate = county.idNumber("甲") + "42";
        String disabled = "{\"memberId\":\"%s\",\"since\":\"2016-05-01\",\"certificate\":\"%s\"}"
                .formatted(member(county, "甲", 0), certificate);
        String disability = put(county, "disabilities", disabled)
                .statusCode(201)
                .body("type", equalTo("LIMB"))
                .body("disabilityGrade", is(2))
                .body("livingSubsidy", is(true))
                .extract()
                .path("id");
        put(county, "disabilities", disabled.replace(member(county, "甲", 0), member(county, "甲", 1)))
                .statusCode(422)
                .body("code", equalTo("certificate-holder-differs"));
        put(county, "disabilities", disabled.replace(certificate, certificate.replaceAll("42$", "49")))
                .statusCode(400)
                .body("errors.code", contains("disability-grade"));
        county.county()
                .get("/v1/disabilities/" + disability + "/subsidies")
                .then()
                .body("items.subsidy", contains("LIVING", "NURSING"))
                .body("items.entitled", everyItem(is(true)))
                .body("items[0].conditions.requirement", contains("GRADE", "HARDSHIP", "NOT_DESTITUTE"))
                .body("items[0].rule", equalTo("CN-SUBSIDY-2016"));
        as("auditor", county.code()).get("/v1/patients").then().statusCode(403);
        as("auditor", county.code()).get("/v1/special-records/" + id).then().statusCode(404);
        as("auditor", county.code())
                .get("/v1/households/" + household + "/special-registers")
                .then()
                .body("patients", nullValue())
                .body("disabilities", nullValue());
        as("village-officer", county.code())
                .get("/v1/households/" + household + "/special-registers")
                .then()
                .body("patients.disease", contains("STOMACH_CANCER"))
                .body(
                        "disabilities.certificate",
                        contains(certificate.substring(0, 6) + "**********" + certificate.substring(16)));
        as("auditor", county.code())
                .get("/v1/households/" + household + "/access-log?limit=1000")
                .then()
                .body("items.action", hasItem("special-registers-read"));
        imports(county);
    }

    private static void imports(County county) {
        JsonPath result = imported(
                "system",
                "45",
                "patients",
                List.of(patientRow(People.number(18201), "COLON_CANCER"), patientRow(People.number(18202), "PLAGUE")));
        assertThat(rejections(result)).containsExactly("2 /disease disease-unknown");
        assertThat(imported("admin", "45", "disease-classes", List.of("""
                {"code":"PLAGUE","nameZh":"鼠疫","nameEn":"Plague","validFrom":"2015-01-01","source":"test"}""")).getInt("rejected"))
                .isZero();
        assertThat(imported("system", "45", "patients", List.of(patientRow(People.number(18202), "PLAGUE")))
                        .getInt("inserted"))
                .isOne();
        assertThat(imported(
                                "system",
                                "45",
                                "disabilities",
                                List.of("{\"id\":\"%s\",\"since\":\"2016-01-01\",\"certificate\":\"%s61\"}"
                                        .formatted(UUID.randomUUID(), People.number(18201))))
                        .getInt("inserted"))
                .isOne();
        county.county()
                .get("/v1/special-registers/counts?by=COUNTY")
                .then()
                .body("items.find { it.register == 'PATIENT' && it.stage == null }.count.persons", is(3))
                .body("items.find { it.register == 'PATIENT' && it.stage == null }.count.households", is(1))
                .body("items.find { it.register == 'DISABILITY' && it.stage == null }.count.persons", is(2));
        county.county().get("/v1/disease-classes").then().body("items.code", hasItems("PLAGUE", "CHRONIC"));
    }

    private static String patientRow(String idNumber, String disease) {
        return """
                {"id":"%s","idNumber":"%s","since":"2017-01-01","disease":"%s","payLater":false}""".formatted(UUID.randomUUID(), idNumber, disease);
    }

    @Test
    void whoIsLeftBehindIsDerivedAndAnOfficerDecides() {
        County county = new County("451057", 18300, 1);
        UUID household = UUID.randomUUID();
        String away = "\"id\":\"%s\",".formatted(UUID.randomUUID()) + People.traits("HEAD", 18310);
        String child =
                "\"id\":\"%s\",".formatted(UUID.randomUUID()) + atHome(People.traits("SON", People.bornYearsAgo(9)));
        String body = People.body(county.village(1), List.of(away, child));
        county.county().body(body).put("/v1/households/" + household).then().statusCode(201);
        JsonPath first = derived(county);
        assertThat(first.getInt("derived")).isOne();
        String id = county.county()
                .get("/v1/left-behind?stage=DERIVED&kind=CHILD")
                .then()
                .body("items.monthsAway", contains(7))
                .body("items.rule", contains("CN-LEFT-BEHIND-1"))
                .extract()
                .path("items[0].id");
        assertThat(derived(county).getInt("derived")).isZero();
        step(county, "village-officer", id, "\"step\":\"CONFIRMATION\",\"on\":\"%s\"".formatted(today()))
                .statusCode(422)
                .body("code", equalTo("special-need-missing"));
        step(
                        county,
                        "village-officer",
                        id,
                        "\"step\":\"CONFIRMATION\",\"on\":\"%s\",\"contact\":{\"name\":\"黄老师\"}".formatted(today()))
                .statusCode(200)
                .body("leftBehind.contactName", equalTo("黄老师"));

        String seen = county.county().get("/v1/households/" + household).header("ETag");
        county.county()
                .header("If-Match", seen)
                .body(body.replace("\"work\":\"IN_COUNTY\",\"monthsWorked\":7", "\"work\":\"NONE\",\"monthsWorked\":0"))
                .put("/v1/households/" + household)
                .then()
                .statusCode(200);
        assertThat(derived(county).getInt("doubtful")).isOne();
        step(
                        county,
                        "village-officer",
                        id,
                        "\"step\":\"REJECTION\",\"on\":\"%s\",\"remark\":\"父亲已回\"".formatted(today()))
                .statusCode(200);
        assertThat(derived(county).getInt("ended")).isOne();
        county.county()
                .get("/v1/special-records/" + id)
                .then()
                .body("history.step", contains("ENTRY", "CONFIRMATION", "DOUBT", "REJECTION", "END"));
        put(
                        county,
                        "left-behind",
                        "{\"memberId\":\"%s\",\"since\":\"2016-01-01\",\"kind\":\"ELDERLY\"}"
                                .formatted(county.county()
                                        .get("/v1/households/" + household)
                                        .jsonPath()
                                        .getString("members[1].id")))
                .statusCode(422)
                .body("code", equalTo("special-before-birth"));
    }

    private static String atHome(String traits) {
        return traits.replace(
                "\"labour\":\"ORDINARY\",\"work\":\"IN_COUNTY\",\"monthsWorked\":7",
                "\"labour\":\"NONE\",\"work\":\"OTHER\",\"monthsWorked\":0");
    }

    private static JsonPath derived(County county) {
        String job = county.county()
                .body("{\"division\":\"%s\"}".formatted(county.code()))
                .post("/v1/left-behind/derivations")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return Client.finished("county-officer", county.code(), job);
    }

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

    @Test
    void aRegionLoadsARuleOfItsOwn() {
        String rule = """
                {"version":"GX-SUBSIDY-T","rule":"DISABILITY_SUBSIDY","division":"450000000000","validFrom":"2030-01-01",\
                "parameters":[{"parameter":"NURSING_GRADE","value":2},{"parameter":"NURSING_GRADE_OF_MIND","value":3},\
                {"parameter":"LIVING_GRADE","value":4},{"parameter":"REGISTERED_IS_HARDSHIP","value":1}],"source":"桂政发"}""";
        as("admin", "45").body(rule).post("/v1/special-rules").then().statusCode(201);
        as("admin", "45")
                .body(rule)
                .post("/v1/special-rules")
                .then()
                .statusCode(409)
                .body("code", equalTo("standard-exists"));
        as("admin", "45")
                .body(rule.replace("{\"parameter\":\"LIVING_GRADE\",\"value\":4},", ""))
                .post("/v1/special-rules")
                .then()
                .statusCode(422)
                .body("code", equalTo("rule-incomplete"));
        as("admin", "4501").body(rule).post("/v1/special-rules").then().statusCode(422);
        as("visitor", "45")
                .get("/v1/special-rules?rule=DISABILITY_SUBSIDY")
                .then()
                .body("items.version", hasItems("CN-SUBSIDY-2016", "GX-SUBSIDY-T"));
    }
}
