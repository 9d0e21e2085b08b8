package org.jingzhun.identification.special;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.special.SpecialDesk.member;
import static org.jingzhun.identification.special.SpecialDesk.put;
import static org.jingzhun.identification.special.SpecialDesk.step;
import static org.jingzhun.identification.special.SpecialDesk.today;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** Patients, disability and left behind, and the rules by which they are derived. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class SpecialStoryTest {

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

        put(
                        county,
                        "patients",
                        patient.replace(
                                "\"healthCard\"",
                                "\"contact\":{\"name\":\"韦大\",\"phone\":\"*******5678\"},\"healthCard\""))
                .statusCode(400)
                .body("errors.collect { it.pointer + ' ' + it.code }", contains("/contact/phone masked-number"));
        put(county, "patients", patient.replace("A1234567890", "A12345*7890"))
                .statusCode(400)
                .body("errors.pointer", contains("/healthCard"));

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
                .body("items.action", hasItem("special-registers-read"))
                .body("items.reason", hasItem("story"));
        for (String sensitive : List.of("/v1/households/" + household + "/special-registers", "/v1/patients")) {
            given().auth()
                    .oauth2(Tokens.of("village-officer", county.code()))
                    .get(sensitive)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("purpose-required"));
            given().auth()
                    .oauth2(Tokens.of("helper", county.code()))
                    .get(sensitive)
                    .then()
                    .statusCode(403);
        }
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
        put(
                        county,
                        "left-behind",
                        "{\"memberId\":\"%s\",\"since\":\"%s\",\"kind\":\"ELDERLY\",\"contact\":{\"name\":\"黄老师\"}}"
                                .formatted(
                                        county.county()
                                                .get("/v1/households/" + household)
                                                .jsonPath()
                                                .getString("members[1].id"),
                                        today()))
                .statusCode(422)
                .body("code", equalTo("left-behind-not-fitting"));
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
