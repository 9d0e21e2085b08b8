package org.jingzhun.pairing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.pairing.testing.County;
import org.junit.jupiter.api.Test;

/** Absence found once: not excellent; twice: basically competent; three times: incompetent; a tenth of a point each. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class AbsenceConsequenceTest {

    private final County county = new County("970105");

    @Test
    void eachAbsenceOfAYearLowersTheGradeAndTheNextYearBeginsAnew() {
        county.hasVillages(1);
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        UUID member = UUID.randomUUID();
        county.helper(member, unit, "ORDINARY", List.of()).statusCode(200);
        county.planner()
                .body(Map.of(
                        "kind",
                        "TEAM_MEMBER",
                        "helperId",
                        member,
                        "division",
                        county.village(1),
                        "since",
                        "2017-01-01"))
                .post("/v1/links")
                .then()
                .statusCode(201);
        noted(member, "PRESENT", "2018-01-02", "2018-01-25");
        noted(member, "ABSENCE", "2018-02-05", "2018-02-05");
        noted(member, "ABSENCE", "2018-03-06", "2018-03-08");
        noted(member, "ABSENCE", "2018-05-07", "2018-05-07");
        noted(member, "PRESENT", "2019-01-02", "2019-01-25");
        judged(member, "2018-01", 0, "NONE");
        judged(member, "2018-02", 1, "NOT_EXCELLENT");
        judged(member, "2018-03", 2, "BASICALLY_COMPETENT");
        judged(member, "2018-04", 2, "BASICALLY_COMPETENT");
        judged(member, "2018-05", 3, "INCOMPETENT");
        judged(member, "2019-01", 0, "NONE");
    }

    private void judged(UUID member, String month, int absences, String consequence) {
        String path = "items.find { it.helperId == '" + member + "' }.";
        county.auditor()
                .get("/v1/duty-records/months/" + month + "?division=" + county.code())
                .then()
                .statusCode(200)
                .body(path + "absences", equalTo(absences))
                .body(path + "consequence", equalTo(consequence))
                .body(path + "lossTenths", equalTo(absences));
    }

    private void noted(UUID member, String kind, String from, String to) {
        RequestSpecification person = kind.equals("PRESENT")
                ? given().filter(Contract.filter())
                        .auth()
                        .oauth2(Tokens.ofHelper(county.code(), member.toString()))
                        .contentType(ContentType.JSON)
                : county.planner();
        person.body(Map.of(
                        "id",
                        UUID.randomUUID(),
                        "helperId",
                        member,
                        "villageCode",
                        county.village(1),
                        "kind",
                        kind,
                        "firstOn",
                        from,
                        "lastOn",
                        to,
                        "remark",
                        "Words"))
                .post("/v1/duty-records")
                .then()
                .statusCode(200);
    }
}
