package org.jingzhun.identification.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** A student from enrolment to employment, and what a drop-out shows. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class StudentStoryTest {

    private static County county(String code, int firstPerson) {
        return new County(code, firstPerson, 2)
                .household("甲", 1, 4, 46)
                .household("乙", 2, 3, 49)
                .begun(100, 0);
    }

    private static String member(County county, String household, int index) {
        return county.county()
                .get("/v1/households/" + county.household(household))
                .jsonPath()
                .getString("members[" + index + "].id");
    }

    private static String student(String member, String level, int grade, int year) {
        return """
                {"memberId":"%s","since":"%d-09-01","level":"%s","grade":%d,"schoolYear":%d,"school":"县一中",\
                "contact":{"name":"李老师","phone":"13800005678"}}""".formatted(member, year, level, grade, year);
    }

    private static ValidatableResponse put(County county, String id, String body) {
        return county.county().body(body).put("/v1/students/" + id).then();
    }

    private static ValidatableResponse step(County county, String id, String body) {
        return Registered.post(
                county, "village-officer", "village", "/v1/special-records/" + id + "/steps", "{" + body + "}");
    }

    @Test
    void aStudentIsFollowedFromSchoolToWork() {
        County county = county("451001", 18000);
        String id = UUID.randomUUID().toString();
        String body = student(member(county, "甲", 1), "SENIOR", 2, 2015);
        put(county, id, body)
                .statusCode(201)
                .header("Location", containsString("/v1/special-records/" + id))
                .body("stage", equalTo("ENROLLED"))
                .body("contactPhone", equalTo("13800005678"));
        put(county, id, body).statusCode(428);
        put(county, UUID.randomUUID().toString(), body).statusCode(409).body("code", equalTo("special-record-open"));
        refusals(county, id);

        step(county, id, "\"step\":\"TRANSFER\",\"on\":\"2016-02-20\",\"school\":\"县二中\"")
                .statusCode(200)
                .body("student.school", equalTo("县二中"));
        step(county, id, "\"step\":\"PROMOTION\",\"on\":\"2016-09-01\"")
                .statusCode(200)
                .body("student.grade", is(3))
                .body("student.schoolYear", is(2016));
        step(county, id, "\"step\":\"PROMOTION\",\"on\":\"2017-09-01\"")
                .statusCode(409)
                .body("code", equalTo("last-grade"));
        step(county, id, "\"step\":\"GRADUATION\",\"on\":\"2017-06-30\"").statusCode(200);
        step(county, id, "\"step\":\"EMPLOYMENT\",\"on\":\"2017-09-01\",\"remark\":\"县茶厂\"")
                .statusCode(200)
                .body("student.endedOn", equalTo("2017-09-01"))
                .body("history.step", contains("ENTRY", "TRANSFER", "PROMOTION", "GRADUATION", "EMPLOYMENT"))
                .body("history.school", contains("县一中", "县二中", "县二中", "县二中", "县二中"));
        step(county, id, "\"step\":\"END\",\"on\":\"2017-09-01\",\"remark\":\"x\"")
                .statusCode(409)
                .body("code", equalTo("step-not-open"));
        county.county()
                .header("If-Match", "\"5\"")
                .body(body)
                .put("/v1/students/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("special-record-ended"));
        as("auditor", county.code())
                .get("/v1/students")
                .then()
                .body("items.contactPhone", contains("*******5678"))
                .body("items.contactName", contains("李老师"));
        as("county-officer", "451031").get("/v1/special-records/" + id).then().statusCode(404);
        as("auditor", county.code())
                .get("/v1/audit?limit=1000")
                .then()
                .body("items.action", hasItem("special-record-entered"))
                .body("items.action", hasItem("special-record-step-taken"))
                .body("items.action", hasItem("students-listed"));
    }

    private static void refusals(County county, String id) {
        String child = member(county, "乙", 0);
        String early = student(child, "COLLEGE", 1, 2016).replace("2016-09-01", "2009-09-01");
        put(county, UUID.randomUUID().toString(), early).statusCode(422).body("code", equalTo("student-too-young"));
        put(county, UUID.randomUUID().toString(), student(child, "JUNIOR", 4, 2016))
                .statusCode(422)
                .body("code", equalTo("grade-too-high"))
                .body("errors.pointer", contains("/grade"));
        put(county, UUID.randomUUID().toString(), student(UUID.randomUUID().toString(), "JUNIOR", 1, 2016))
                .statusCode(422)
                .body("code", equalTo("special-subject-unknown"));
        put(county, UUID.randomUUID().toString(), student(child, "JUNIOR", 1, 2090))
                .statusCode(422)
                .body("code", equalTo("change-in-the-future"));
        county.county()
                .header("If-Match", "\"1\"")
                .body(student(child, "SENIOR", 2, 2015))
                .put("/v1/students/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("special-another-person"));
        step(county, id, "\"step\":\"TRANSFER\",\"on\":\"2016-02-20\"")
                .statusCode(422)
                .body("code", equalTo("special-need-missing"));
        step(county, id, "\"step\":\"DROP_OUT\",\"on\":\"2016-02-20\"")
                .statusCode(422)
                .body("code", equalTo("special-need-missing"));
        step(county, id, "\"step\":\"PROMOTION\",\"on\":\"2015-01-01\"")
                .statusCode(422)
                .body("code", equalTo("special-before-the-last"));
        step(county, id, "\"step\":\"PROMOTION\",\"on\":\"2999-01-01\"")
                .statusCode(422)
                .body("code", equalTo("change-in-the-future"));
    }

    @Test
    void aCountyRollsOverAndADropOutForPovertyIsSeen() {
        County county = county("451002", 18100);
        List<String> rows = List.of(
                row(county.idNumber("甲"), "PRIMARY", 3, 2016),
                row(county.idNumber("乙"), "JUNIOR", 3, 2016),
                row(People.number(18101), "JUNIOR", 1, 2016),
                row(People.number(18105), "JUNIOR", 1, 2016),
                row(People.number(18102), "JUNIOR", 9, 2016),
                row(People.number(18199), "JUNIOR", 1, 2016),
                row(People.number(18102), "JUNIOR", 1, 2016)
                        .replace("\"school\"", "\"contactPhone\":\"13800005678\",\"school\""),
                row(People.number(18103), "JUNIOR", 1, 2016).replace("\"schoolYear\":2016", "\"schoolYear\":2015"),
                row(People.number(18104), "JUNIOR", 1, 2016)
                        .replace("\"school\"", "\"contactName\":\"李老师\",\"contactPhone\":\"*******5678\",\"school\""));
        JsonPath result = imported("students", rows);
        assertThat(result.getInt("inserted")).isEqualTo(4);
        assertThat(rejections(result))
                .containsExactlyInAnyOrder(
                        "5 /grade grade-too-high",
                        "6 /idNumber special-subject-unknown",
                        "7 /contactName contact-without-name",
                        "8 /schoolYear school-year-before-entry",
                        "9 /contactPhone masked-number");
        assertThat(imported("students", rows.subList(0, 4)).getInt("unchanged")).isEqualTo(4);

        String dropped = county.county()
                .get("/v1/students?level=JUNIOR&schoolYear=2016")
                .jsonPath()
                .getString("items.find { it.name == '人18101' }.id");
        step(county, dropped, "\"step\":\"DROP_OUT\",\"on\":\"2017-03-01\",\"cause\":\"POVERTY\",\"evidence\":[\"家访\"]")
                .statusCode(200)
                .body("student.cause", equalTo("POVERTY"));
        county.county()
                .get("/v1/students?cause=POVERTY&stage=DROPPED_OUT&contacted=false")
                .then()
                .body("items.name", contains("人18101"));
        county.county()
                .get("/v1/students/retention?schoolYear=2016&by=COUNTY")
                .then()
                .body("items.find { it.level == 'JUNIOR' }.enrolled.persons", is(3))
                .body("items.find { it.level == 'JUNIOR' }.retained.persons", is(2))
                .body("items.find { it.level == 'JUNIOR' }.enrolled.households", is(2))
                .body("items.find { it.level == 'PRIMARY' }.retained.persons", is(1));

        assertThat(rolledOver(county).getInt("promoted")).isEqualTo(2);
        assertThat(rolledOver(county).getInt("promoted")).isZero();
        county.county()
                .get("/v1/students?schoolYear=2017")
                .then()
                .body("items", hasSize(2))
                .body("items.stage", not(hasItem("GRADUATED")));
        county.county().get("/v1/students?stage=GRADUATED").then().body("items.level", contains("JUNIOR"));
        county.county()
                .get("/v1/students/retention?schoolYear=2017")
                .then()
                .body("items.find { it.level == 'JUNIOR' }.enrolled.persons", is(1));
        step(county, dropped, "\"step\":\"RESUMPTION\",\"on\":\"2017-10-01\",\"contact\":{\"name\":\"王校长\"}")
                .statusCode(200)
                .body("student.schoolYear", is(2017))
                .body("student.contactName", equalTo("王校长"));
        county.county().get("/v1/students?cause=POVERTY").then().body("items", empty());
        county.county()
                .body("{\"division\":\"451002\",\"schoolYear\":2090}")
                .post("/v1/students/roll-over")
                .then()
                .statusCode(422)
                .body("code", equalTo("change-in-the-future"));
        assertThat(county.county().accept("text/csv").get("/v1/students").asString())
                .contains("memberId,name,householdId", "人18101");
    }

    private static JsonPath rolledOver(County county) {
        String job = county.county()
                .body("{\"division\":\"%s\",\"schoolYear\":2017}".formatted(county.code()))
                .post("/v1/students/roll-over")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return Client.finished("county-officer", county.code(), job);
    }

    private static String row(String idNumber, String level, int grade, int year) {
        return """
                {"id":"%s","idNumber":"%s","since":"%d-09-01","level":"%s","grade":%d,"schoolYear":%d,"school":"乡中学"}""".formatted(
                        UUID.nameUUIDFromBytes(idNumber.getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                        idNumber,
                        year,
                        level,
                        grade,
                        year);
    }
}
