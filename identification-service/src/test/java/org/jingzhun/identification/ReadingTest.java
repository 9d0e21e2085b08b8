package org.jingzhun.identification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.importedFrom;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.People;
import org.junit.jupiter.api.Test;

/** Who reads personal data leaves a record of it, and a list leaves one, however long it is. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ReadingTest {

    private static County county() {
        County county = new County("451044", 11300, 1)
                .household("甲", 1, 2, 46)
                .household("乙", 1, 1, 49)
                .household("丙", 1, 1, 51)
                .begun(5, 0)
                .taken(1, "FIRST_VISIT", "FIRST_APPRAISAL", "FIRST_NOTICE", "FIRST_REVIEW", "SECOND_VISIT")
                .taken(1, "SECOND_APPRAISAL", "SECOND_NOTICE");
        county.screened();
        county.county()
                .body("{}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200);
        return county.taken(1, "SECOND_REVIEW", "ANNOUNCEMENT");
    }

    private static List<Map<String, Object>> records(County county, String reader) {
        return as("auditor", county.code())
                .get("/v1/audit?limit=1000&subject=" + reader)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    @Test
    void everyListOfPersonalDataLeavesOneRecordWithItsFiltersAndRows() {
        County county = county();
        leavesOne(county, "/v1/households?division=451044&q=甲", "households-listed", 1);
        leavesOne(county, "/v1/households", "households-listed", 3);
        leavesOne(county, "/v1/register?status=POOR&year=2015", "register-listed", 3);
        leavesOne(county, "/v1/rounds/" + county.round(1) + "/candidates?limit=2", "candidates-listed", 2);
        leavesOne(county, "/v1/campaigns/" + county.campaign() + "/ranking", "ranking-listed", 3);
        leavesOne(county, "/v1/flags?state=OPEN", "flags-listed", 0);
        leavesOne(county, "/v1/exits?year=2017", "exits-listed", 0);
        leavesOne(county, "/v1/village-exits", "exits-listed", 0);
        leavesOne(county, "/v1/exit-rechecks?year=2018", "rechecks-listed", 0);
        leavesOne(county, "/v1/exit-objections?state=OPEN", "exit-objections-listed", 0);
        leavesOne(county, "/v1/register-transitions?kind=RETURN", "transitions-listed", 0);
        leavesOne(county, "/v1/households/" + county.household("甲") + "/incomes?limit=5", "incomes-read", 0);
        county.county().get("/v1/households/" + county.household("甲")).then().statusCode(200);
        leavesOne(county, "/v1/households/" + county.household("甲") + "/access-log?limit=1", "accesses-listed", 1);
    }

    private static void leavesOne(County county, String path, String action, int rows) {
        for (String accept : List.of("application/json", "text/csv")) {
            if (path.contains("limit=") && accept.equals("text/csv")) {
                continue; // a stream knows no limit
            }
            String reader = "reader-" + UUID.randomUUID();
            given().auth()
                    .oauth2(Tokens.of("county-officer", county.code(), reader))
                    .accept(accept)
                    .get(path)
                    .then()
                    .statusCode(200);
            var left = records(county, reader);
            assertThat(left).as(path).hasSize(1);
            assertThat(left.getFirst()).as(path).containsEntry("action", action);
            assertThat(String.valueOf(left.getFirst().get("details")))
                    .as(path)
                    .contains("rows=" + rows)
                    .doesNotContain("甲");
        }
    }

    @Test
    void whatIsKeptOfAHouseholdLeavesOneInItsAccessLog() {
        County county = new County("451045", 11400, 1).household("甲", 1, 2, 46).begun(5, 0);
        var unused = importedFrom("PAYROLL", List.of("""
                {"idNumber":"%s","fact":"教师","effectiveOn":"2014-05-01"}""".formatted(county.idNumber("甲"))));
        county.screened();
        String flag = county.county().get("/v1/flags").then().extract().path("items[0].id");
        String id = UUID.randomUUID().toString();
        String row = county.assessment(county.household("甲"), "SECOND_VISIT", "2015-12-05", 57, "\"赵五\",\"孙六\"");
        county.county()
                .body("{" + row.substring(row.indexOf("\"householdId\"")))
                .put("/v1/assessments/" + id)
                .then()
                .statusCode(201);
        String reader = "reader-" + UUID.randomUUID();
        String household = "/v1/households/" + county.household("甲");
        for (String path : List.of(
                "/v1/flags/" + flag,
                "/v1/assessments/" + id,
                "/v1/assessments/" + id + "/proof",
                "/v1/assessments/" + id + "/alterations",
                household + "/incomes")) {
            given().auth()
                    .oauth2(Tokens.of("county-officer", county.code(), reader))
                    .get(path)
                    .then()
                    .statusCode(200);
        }
        String village = county.village(1);
        assertThat(given().auth()
                        .oauth2(Tokens.of("village-officer", village))
                        .get(household + "/access-log?limit=100")
                        .jsonPath()
                        .getList("items.findAll { it.subject == '" + reader + "' }.action"))
                .containsExactly(
                        "flag-read", "assessment-read", "assessment-read", "alterations-listed", "incomes-read");
    }

    @Test
    void theRowsThatAnImportRejectedAreReadOnRecord() {
        County county = new County("451046", 11500, 1);
        String stray = People.member(UUID.randomUUID(), UUID.randomUUID(), "HEAD", 11_590);
        var result = imported("county-officer", county.code(), "members", List.of(stray));
        county.county()
                .get("/v1/imports/" + result.getString("importId") + "/rejections")
                .then()
                .statusCode(200);
        assertThat(records(county, "county-officer@" + county.code() + "&action=rejections-listed"))
                .singleElement()
                .extracting(record -> record.get("objectId"))
                .isEqualTo(result.getString("importId"));
    }
}
