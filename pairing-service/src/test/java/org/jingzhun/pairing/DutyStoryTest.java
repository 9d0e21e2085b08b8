package org.jingzhun.pairing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.testing.County;
import org.junit.jupiter.api.Test;

/** Twenty days in the village a month, leave by the right level, and absence that has consequences. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class DutyStoryTest {

    private final County county = new County("450342");
    private final UUID secretary = UUID.randomUUID();
    private final UUID member = UUID.randomUUID();

    @Test
    void aMonthInTheVillageIsJudged() {
        var unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(secretary, unit, "ORDINARY", List.of()).statusCode(200);
        county.helper(member, unit, "ORDINARY", List.of()).statusCode(200);
        county.hasVillages(1);
        note(own(secretary), UUID.randomUUID(), secretary, "PRESENT", "2018-03-05", "2018-03-22")
                .statusCode(422)
                .body("code", equalTo("not-resident"));
        county.link(unit, county.village(1)).statusCode(201);
        resident(secretary, "FIRST_SECRETARY", "2018-03-05");
        resident(member, "TEAM_MEMBER", "2018-01-01");
        note(own(secretary), UUID.randomUUID(), secretary, "PRESENT", "2018-03-04", "2018-03-22")
                .statusCode(422)
                .body("code", equalTo("not-resident"));
        note(own(secretary), UUID.randomUUID(), secretary, "LEAVE", "2018-03-01", "2018-03-05")
                .statusCode(422);
        note(township(), UUID.randomUUID(), secretary, "ABSENCE", "2018-03-04", "2018-03-04")
                .statusCode(422)
                .body("code", equalTo("not-resident"));

        var march = UUID.randomUUID();
        note(own(secretary), march, secretary, "PRESENT", "2018-03-05", "2018-03-22")
                .statusCode(200)
                .body("record.days", equalTo(18))
                .body("record.ruleVersion", equalTo("DUTY-2016"));
        note(own(secretary), march, secretary, "PRESENT", "2018-03-05", "2018-03-22")
                .statusCode(200);
        note(own(secretary), UUID.randomUUID(), secretary, "PRESENT", "2018-03-22", "2018-03-23")
                .statusCode(409)
                .body("code", equalTo("duty-overlap"))
                .body("recordId", equalTo(march.toString()));
        note(own(secretary), UUID.randomUUID(), member, "PRESENT", "2018-03-05", "2018-03-06")
                .statusCode(403)
                .body("code", equalTo("duty-not-yours"));
        note(own(secretary), UUID.randomUUID(), secretary, "ABSENCE", "2018-03-25", "2018-03-25")
                .statusCode(403)
                .body("code", equalTo("duty-not-yours"));
        note(own(secretary), UUID.randomUUID(), secretary, "PRESENT", "2018-03-30", "2018-03-28")
                .statusCode(422)
                .body("code", equalTo("duty-bad-days"));
        var tomorrow = LocalDate.now(Clocks.SHANGHAI).plusDays(1).toString();
        note(own(secretary), UUID.randomUUID(), secretary, "PRESENT", tomorrow, tomorrow)
                .statusCode(422);
        note(county.planner(), UUID.randomUUID(), UUID.randomUUID(), "ABSENCE", "2018-03-25", "2018-03-25")
                .statusCode(422)
                .body("code", equalTo("unknown-helper"));

        leave("2018-03-26", "2018-03-28", "township-officer");
        var longer = UUID.randomUUID();
        note(own(secretary), longer, secretary, "LEAVE", "2018-04-02", "2018-04-30")
                .statusCode(200);
        step(township(), longer, "GRANT").statusCode(403).body("code", equalTo("leave-by-county"));
        step(county.planner(), longer, "GRANT").statusCode(200).body("record.state", equalTo("GRANTED"));
        step(county.planner(), longer, "REFUSE").statusCode(409).body("code", equalTo("step-not-open"));

        for (int day = 1; day <= 3; day++) {
            note(township(), UUID.randomUUID(), member, "ABSENCE", "2018-03-0" + day, "2018-03-0" + day)
                    .statusCode(200);
        }
        month("2018-03").body("items", hasSize(2));
        month("2018-03")
                .body(of(secretary, "present"), equalTo(18))
                .body(of(secretary, "due"), equalTo(17))
                .body(of(secretary, "consequence"), equalTo("NONE"))
                .body(of(secretary, "replace"), equalTo(false));
        month("2018-03")
                .body(of(member, "consequence"), equalTo("INCOMPETENT"))
                .body(of(member, "lossTenths"), equalTo(3));
        month("2018-04").body(of(secretary, "leaveInYear"), equalTo(32)).body(of(secretary, "replace"), equalTo(true));
        county.auditor()
                .get("/v1/duty-records?kind=ABSENCE&helper=" + member)
                .then()
                .body("items", hasSize(3));
        county.auditor()
                .get("/v1/duty-records?kind=LEAVE&from=2018-04-01&helper=" + secretary)
                .then()
                .body("items.id", contains(longer.toString()));
        own(member).get("/v1/duty-records/" + march).then().statusCode(404);
        theIdleAreListed(unit);
    }

    /** Who resides and has noted nothing is seen by that: in each month of the link, and in no other. */
    private void theIdleAreListed(UUID unit) {
        UUID idle = cadre(unit);
        UUID successor = cadre(unit);
        String link = resident(idle, "TEAM_MEMBER", "2018-03-31");
        month("2018-02").body("items.helperId", contains(member.toString()));
        month("2018-03")
                .body("items", hasSize(3))
                .body(of(idle, "villageCode"), equalTo(county.village(1)))
                .body(of(idle, "present"), equalTo(0))
                .body(of(idle, "due"), equalTo(20))
                .body(of(idle, "absences"), equalTo(0))
                .body(of(idle, "replace"), equalTo(false));
        assertThat(readOneByOne("2018-03"))
                .containsExactlyElementsOf(Stream.of(secretary, member, idle)
                        .map(UUID::toString)
                        .sorted()
                        .toList());
        seen("100").body("items", hasSize(3));
        seen("101").body("items", hasSize(0));

        county.planner()
                .body(Map.of("step", "HAND_OVER", "successor", Map.of("helperId", successor)))
                .post("/v1/links/" + link + "/steps")
                .then()
                .statusCode(200);
        month(YearMonth.now(Clocks.SHANGHAI).plusMonths(1).toString())
                .body("items", hasSize(3))
                .body(of(successor, "present"), equalTo(0))
                .body("items.helperId", not(hasItem(idle.toString())));
    }

    private UUID cadre(UUID unit) {
        UUID helper = UUID.randomUUID();
        county.helper(helper, unit, "ORDINARY", List.of()).statusCode(200);
        return helper;
    }

    /** By an officer of a township, who names no division. */
    private ValidatableResponse seen(String township) {
        return County.as("township-officer", county.code() + township, "reader@" + township)
                .get("/v1/duty-records/months/2018-03")
                .then()
                .statusCode(200);
    }

    private List<String> readOneByOne(String month) {
        List<String> read = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonPath slice = county.auditor()
                    .get("/v1/duty-records/months/" + month + "?limit=1" + after)
                    .jsonPath();
            read.addAll(slice.getList("items.helperId"));
            after = slice.getString("next") == null ? null : "&after=" + slice.getString("next");
        }
        return read;
    }

    private String resident(UUID helper, String kind, String since) {
        return county.planner()
                .body(Map.of("kind", kind, "helperId", helper, "division", county.village(1), "since", since))
                .post("/v1/links")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void leave(String from, String to, String grantedBy) {
        var id = UUID.randomUUID();
        note(own(secretary), id, secretary, "LEAVE", from, to)
                .statusCode(200)
                .body("record.state", equalTo("REQUESTED"));
        step(County.as(grantedBy, county.code(), grantedBy), id, "GRANT").statusCode(200);
    }

    private ValidatableResponse month(String month) {
        return county.auditor()
                .get("/v1/duty-records/months/" + month + "?division=" + county.code())
                .then()
                .statusCode(200);
    }

    private static String of(UUID helper, String field) {
        return "items.find { it.helperId == '" + helper + "' }." + field;
    }

    private RequestSpecification township() {
        return County.as("township-officer", county.code() + "100", "township@" + county.code());
    }

    private RequestSpecification own(UUID helper) {
        return given().filter(Contract.filter())
                .auth()
                .oauth2(Tokens.ofHelper(county.code(), helper.toString()))
                .contentType(ContentType.JSON);
    }

    private ValidatableResponse note(
            RequestSpecification person, UUID id, UUID helper, String kind, String from, String to) {
        return person.body(Map.of(
                        "id",
                        id,
                        "helperId",
                        helper,
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
                .then();
    }

    private static ValidatableResponse step(RequestSpecification person, UUID id, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/duty-records/" + id + "/steps")
                .then();
    }
}
