package org.jingzhun.pairing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Rounds;
import org.junit.jupiter.api.Test;

/** What is sent again changes nothing; other content under an id that stands is refused, and never lost unseen. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class TakenIdTest {

    private static final String TAKEN = "id-taken";
    private static final String TAKEN_IN_SOCIAL_HELP = "social-id-taken";

    private final LocalDate today = Rounds.today();
    private final UUID id = UUID.randomUUID();
    private final County county = new County("451090");
    private final County stranger = new County("451091");

    @Test
    void aDutyRecord() {
        county.hasVillages(1);
        var unit = UUID.randomUUID();
        var helper = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(helper, unit, "ORDINARY", List.of()).statusCode(200);
        county.planner()
                .body(Map.of(
                        "kind",
                        "TEAM_MEMBER",
                        "helperId",
                        helper,
                        "division",
                        county.village(1),
                        "since",
                        "2018-01-01"))
                .post("/v1/links")
                .then()
                .statusCode(201);
        Map<String, Object> days = Map.of(
                "id",
                id,
                "helperId",
                helper,
                "villageCode",
                county.village(1),
                "kind",
                "PRESENT",
                "firstOn",
                "2018-03-05",
                "lastOn",
                "2018-03-22",
                "remark",
                "Roads looked at");
        standsAsItCame(
                body -> given().filter(Contract.filter())
                        .auth()
                        .oauth2(Tokens.ofHelper(county.code(), helper.toString()))
                        .contentType(ContentType.JSON)
                        .body(body)
                        .post("/v1/duty-records")
                        .then(),
                days,
                Map.of("firstOn", "2018-03-06", "lastOn", "2018-03-21", "remark", "Wells looked at", "kind", "LEAVE"),
                TAKEN);
    }

    @Test
    void aProblem() {
        Map<String, Object> problem =
                Map.of("id", id, "division", county.village(1), "title", "No water", "details", "Since May");
        standsAsItCame(
                posting(county.planner(), "/v1/problems"),
                problem,
                Map.of(
                        "division",
                        county.village(2),
                        "householdId",
                        UUID.randomUUID(),
                        "title",
                        "No road",
                        "details",
                        "Since June"),
                TAKEN);
        posting(stranger.planner(), "/v1/problems")
                .apply(with(problem, "division", stranger.village(1)))
                .statusCode(409)
                .body("code", equalTo(TAKEN));
    }

    @Test
    void anEntryOfTheLists() {
        var unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        var problem = UUID.randomUUID();
        posting(county.planner(), "/v1/problems")
                .apply(Map.of("id", problem, "division", county.village(1), "title", "False visits"))
                .statusCode(200);
        var supervisor = County.as("supervisor", county.code(), "supervisor@" + county.code());
        standsAsItCame(
                posting(supervisor, "/v1/lists"),
                Map.of(
                        "id",
                        id,
                        "colour",
                        "BLACK",
                        "subjectKind",
                        "UNIT",
                        "subjectId",
                        unit,
                        "division",
                        county.code() + "000000",
                        "reason",
                        "No visit for a quarter",
                        "grave",
                        false),
                Map.of("reason", "No visit for a year", "grave", true, "colour", "RED", "problemId", problem),
                TAKEN);
    }

    @Test
    void anHonour() {
        Map<String, Object> honour = Map.of(
                "id",
                id,
                "division",
                county.code() + "000000",
                "donor",
                "Firm 7",
                "title",
                "先进企业",
                "reason",
                "Built a school");
        standsAsItCame(
                posting(county.planner(), "/v1/honours"),
                honour,
                Map.of("donor", "Firm 8", "title", "爱心企业", "reason", "Built a bridge"),
                TAKEN_IN_SOCIAL_HELP);
        posting(stranger.planner(), "/v1/honours")
                .apply(with(honour, "division", stranger.code() + "000000"))
                .statusCode(409)
                .body("code", equalTo(TAKEN_IN_SOCIAL_HELP));
    }

    @Test
    void aNeed() {
        county.hasVillages(1);
        stranger.hasVillages(1);
        Map<String, Object> need = Map.of(
                "villageCode",
                county.village(1),
                "kind",
                "GOODS",
                "amount",
                5,
                "title",
                "Quilts",
                "neededBy",
                today.plusDays(60).toString());
        standsAsItCame(
                putting(county.planner(), "/v1/needs/" + id),
                need,
                Map.of(
                        "householdId",
                        UUID.randomUUID(),
                        "neededBy",
                        today.plusDays(61).toString(),
                        "amount",
                        6),
                TAKEN_IN_SOCIAL_HELP);
        putting(stranger.planner(), "/v1/needs/" + id)
                .apply(with(need, "villageCode", stranger.village(1)))
                .statusCode(409)
                .body("code", equalTo(TAKEN_IN_SOCIAL_HELP));
    }

    @Test
    void anOffer() {
        standsAsItCame(
                putting(county.planner(), "/v1/offers/" + id),
                Map.of(
                        "division",
                        county.code() + "000000",
                        "donor",
                        "Firm 7",
                        "donorKind",
                        "ENTERPRISE",
                        "kind",
                        "GOODS",
                        "campaign",
                        "扶贫日",
                        "amount",
                        5,
                        "title",
                        "Quilts",
                        "firstOn",
                        today.minusDays(40).toString(),
                        "lastOn",
                        today.plusDays(30).toString()),
                Map.of(
                        "firstOn",
                        today.minusDays(41).toString(),
                        "lastOn",
                        today.plusDays(31).toString(),
                        "donorKind",
                        "CITIZEN",
                        "campaign",
                        "万企帮万村"),
                TAKEN_IN_SOCIAL_HELP);
    }

    /** @param others what each is refused with in the place of what was sent */
    private static void standsAsItCame(
            Function<Map<String, Object>, ValidatableResponse> send,
            Map<String, Object> body,
            Map<String, Object> others,
            String code) {
        String first = send.apply(body).statusCode(200).extract().asString();
        others.forEach((name, value) ->
                send.apply(with(body, name, value)).statusCode(409).body("code", equalTo(code)));
        send.apply(body).statusCode(200).body(equalTo(first));
    }

    private static Function<Map<String, Object>, ValidatableResponse> posting(RequestSpecification who, String path) {
        return body -> who.body(body).post(path).then();
    }

    private static Function<Map<String, Object>, ValidatableResponse> putting(RequestSpecification who, String path) {
        return body -> who.body(body).put(path).then();
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        var changed = new HashMap<>(body);
        changed.put(name, value);
        return changed;
    }
}
