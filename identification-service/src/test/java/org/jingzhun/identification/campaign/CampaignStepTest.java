package org.jingzhun.identification.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.junit.jupiter.api.Test;

/** Gates of townships and counties, opened in all villages at once. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class CampaignStepTest {

    private static ValidatableResponse step(County county, String role, String area, String subject, String body) {
        return as(role, area)
                .auth()
                .oauth2(Tokens.of(role, area, subject))
                .body(body)
                .post("/v1/campaigns/" + county.campaign() + "/steps")
                .then();
    }

    private static ValidatableResponse step(County county, String role, String gate) {
        String area = role.equals("township-officer") ? county.township() : county.code();
        return step(county, role, area, role + " of " + gate, body(gate));
    }

    private static String body(String gate) {
        return """
                {"step":"%s","signers":["黄某"],"remark":"一并办理"%s}""".formatted(gate, gate.equals("ANNOUNCEMENT") ? ",\"documentNumber\":\"隆政发〔2015〕2号\"" : "");
    }

    private static void refusedWholly(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).body("code", equalTo(code));
    }

    @Test
    void aCountyReviewsAndAnnouncesAllItsVillagesAtOnce() {
        County county = new County("451071", 13500, 4)
                .household("甲", 1, 3, 46)
                .household("乙", 2, 2, 49)
                .household("丙", 2, 1, 51)
                .household("丁", 3, 2, 51)
                .household("戊", 4, 2, 57)
                .begun(8, 0)
                .taken(4, "FIRST_VISIT", "FIRST_APPRAISAL", "FIRST_NOTICE");
        aTownshipReviewsWhatNobodyObjectsTo(county);
        county.taken(4, "SECOND_VISIT", "SECOND_APPRAISAL");
        step(county, "township-officer", "SECOND_NOTICE")
                .statusCode(200)
                .body("taken", is(4))
                .body("refused", empty());
        saysNoWhereTheTableDoes(county);
        step(county, "county-officer", "SECOND_REVIEW")
                .statusCode(200)
                .body("taken", is(3))
                .body("refused", empty());
        step(county, "county-officer", "ANNOUNCEMENT")
                .statusCode(200)
                .body("taken", is(4))
                .body("refused", empty());
        step(county, "county-officer", "ANNOUNCEMENT")
                .statusCode(200)
                .body("taken", is(0))
                .body("refused", empty());
        registersThoseWithinTheLine(county);
    }

    /** An objection holds its own village and no other. */
    private static void aTownshipReviewsWhatNobodyObjectsTo(County county) {
        String objection = as("village-officer", county.village(3))
                .body("{\"raisedBy\":\"钱某\",\"text\":\"漏评\"}")
                .post("/v1/rounds/" + county.round(3) + "/objections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(county, "township-officer", "FIRST_REVIEW")
                .statusCode(200)
                .body("taken", is(3))
                .body("refused", hasSize(1))
                .body("refused[0].roundId", equalTo(county.round(3)))
                .body("refused[0].village", equalTo(county.village(3)))
                .body("refused[0].code", equalTo("open-objection"))
                .body("refused[0].detail", containsString("1"));
        as("township-officer", county.township())
                .body("{\"outcome\":\"REJECTED\",\"finding\":\"不属实\",\"investigators\":[\"赵五\",\"孙六\"]}")
                .post("/v1/objections/" + objection + "/resolution")
                .then()
                .statusCode(200);
        step(county, "township-officer", "FIRST_REVIEW")
                .statusCode(200)
                .body("taken", is(1))
                .body("refused", empty());
    }

    private static void saysNoWhereTheTableDoes(County county) {
        refusedWholly(step(county, "township-officer", "SECOND_REVIEW"), 403, "wrong-level");
        refusedWholly(step(county, "county-officer", "FIRST_REVIEW"), 403, "wrong-level");
        step(county, "county-officer", county.code(), "x", "{\"step\":\"SECOND_REVIEW\",\"signers\":[]}")
                .statusCode(400);
        step(county, "county-officer", county.code(), "x", "{\"step\":\"ANNOUNCEMENT\",\"signers\":[\"黄某\"]}")
                .statusCode(422)
                .body("code", equalTo("document-missing"));
        step(county, "county-officer", "451099", "x", body("SECOND_REVIEW")).statusCode(404);
        step(county, "village-officer", county.code(), "x", body("SECOND_VISIT"))
                .statusCode(403)
                .body("code", equalTo("role-required"));
        refusedWholly(step(county, "township-officer", "SECOND_VISIT"), 422, "gate-one-by-one");

        step(county, "county-officer", "SECOND_REVIEW")
                .statusCode(200)
                .body("taken", is(0))
                .body("refused.code", contains("not-screened", "not-screened", "not-screened", "not-screened"));
        var unused = Client.importedFrom("PAYROLL", List.of("""
                {"idNumber":"%s","fact":"教师","effectiveOn":"2014-05-01"}""".formatted(county.idNumber("甲"))));
        county.screened();
        step(county, "county-officer", "SECOND_REVIEW")
                .statusCode(200)
                .body("taken", is(0))
                .body("refused.code", containsInAnyOrder("open-flags", "no-line", "no-line", "no-line"));
        String flag =
                county.county().get("/v1/flags?state=OPEN").then().extract().path("items[0].id");
        county.county()
                .body("{\"resolution\":\"CONFIRMED\",\"reason\":\"在编\"}")
                .post("/v1/flags/" + flag + "/resolution")
                .then()
                .statusCode(200);
        county.county()
                .body("{}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200)
                .body("score", is(57));
        step(county, "county-officer", county.code(), "x", narrowed(county, 4))
                .statusCode(200)
                .body("taken", is(0))
                .body("refused.code", contains("second-visits-missing"))
                .body("refused[0].detail", containsString("/second-visits?division=" + county.village(4)));
        county.visitedAgain();
        step(county, "county-officer", county.code(), "x", narrowed(county, 4))
                .statusCode(200)
                .body("taken", is(1))
                .body("refused", empty());
        refusedForOnePerson(county);
    }

    private static String narrowed(County county, int village) {
        return body("SECOND_REVIEW").replace("}", ",\"division\":\"" + county.village(village) + "\"}");
    }

    /** Separation of duties is looked up for each village. */
    private static void refusedForOnePerson(County county) {
        step(county, "county-officer", county.code(), "village-officer of FIRST_VISIT", body("SECOND_REVIEW"))
                .statusCode(200)
                .body("taken", is(0))
                .body("refused.code", contains("same-person", "same-person", "same-person"));
    }

    private static void registersThoseWithinTheLine(County county) {
        as("county-officer", county.code())
                .get("/v1/register?year=2015")
                .then()
                .statusCode(200)
                .body("items.householder", containsInAnyOrder("乙", "丙", "丁", "戊"));
        List<Map<String, Object>> records = as("auditor", county.code())
                .get("/v1/audit?action=gate-opened&limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(records.stream()
                        .filter(record -> String.valueOf(record.get("details")).contains("ANNOUNCEMENT"))
                        .map(record -> record.get("division") + " " + record.get("details")))
                .containsExactlyInAnyOrder(
                        county.village(1) + " {gate=ANNOUNCEMENT, registered=0}",
                        county.village(2) + " {gate=ANNOUNCEMENT, registered=2}",
                        county.village(3) + " {gate=ANNOUNCEMENT, registered=1}",
                        county.village(4) + " {gate=ANNOUNCEMENT, registered=1}");
        county.county()
                .get("/v1/rounds/" + county.round(2))
                .then()
                .body("stage", equalTo("ANNOUNCED"))
                .body("documentNumber", equalTo("隆政发〔2015〕2号"))
                .body("steps", hasSize(9))
                .body("steps[8].remark", equalTo("一并办理"));
    }

    @Test
    void aNoticeHoldsAllAndTheSameRequestSentAgainOpensNothingTwice() {
        County county = new County("451072", 13600, 2)
                .household("甲", 1, 2, 57)
                .household("乙", 2, 2, 57)
                .begun(5, 7)
                .taken(2, "FIRST_VISIT", "FIRST_APPRAISAL", "FIRST_NOTICE");
        step(county, "township-officer", "FIRST_REVIEW")
                .statusCode(200)
                .body("taken", is(0))
                .body("refused.code", contains("notice-running", "notice-running"))
                .body("refused.village", contains(county.village(1), county.village(2)));

        County hasty = new County("451073", 13700, 1)
                .household("甲", 1, 2, 57)
                .begun(5, 0)
                .taken(1, "FIRST_VISIT", "FIRST_APPRAISAL", "FIRST_NOTICE");
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            as("township-officer", hasty.township())
                    .header("Idempotency-Key", key)
                    .body(body("FIRST_REVIEW"))
                    .post("/v1/campaigns/" + hasty.campaign() + "/steps")
                    .then()
                    .statusCode(200)
                    .body("taken", is(1));
        }
    }
}
