package org.jingzhun.pairing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Neighbour;
import org.junit.jupiter.api.Test;

/** Who is sent and bound to villages and persons: leaders, secretaries, teams, firms, contacts. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class LinkStoryTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void aLeaderAnswersForTwoVillagesAndNotForAThird() {
        County county = county("450321", 3);
        UUID leader = cadre(county, unit(county), "DEPUTY_DIVISION_HEAD");
        make(county, "LEADER_VILLAGE", "helperId", cadre(county), county.village(1))
                .statusCode(422)
                .body("code", equalTo("no-leader"));
        make(county, "LEADER_VILLAGE", "helperId", leader, county.village(1)).statusCode(201);
        make(county, "LEADER_VILLAGE", "helperId", leader, county.village(1))
                .statusCode(409)
                .body("code", equalTo("link-exists"));
        make(county, "LEADER_VILLAGE", "helperId", leader, county.village(2)).statusCode(201);
        make(county, "LEADER_VILLAGE", "helperId", leader, county.village(3))
                .statusCode(409)
                .body("code", equalTo("link-limit"));
        make(county, "LEADER_VILLAGE", "unitId", UUID.randomUUID(), county.village(3))
                .statusCode(422)
                .body("code", equalTo("wrong-party"));
        make(county, "LEADER_VILLAGE", "helperId", UUID.randomUUID(), county.village(3))
                .statusCode(422)
                .body("code", equalTo("unknown-helper"));
    }

    @Test
    void aFirstSecretaryStaysWhileThereArePoorHouseholdsAndHandsOverMeanwhile() {
        County county = county("450322", 1);
        UUID household = county.registers(1, "ILLNESS", 1).getFirst();
        UUID unit = unit(county);
        UUID secretary = cadre(county, unit, "ORDINARY");
        make(county, "FIRST_SECRETARY", "helperId", secretary, county.village(1))
                .statusCode(409)
                .body("code", equalTo("unit-not-linked"))
                .body("detail", containsString(county.village(1)));
        county.link(unit, county.village(1)).statusCode(201);
        UUID successor = cadre(county, unit, "ORDINARY");
        String link = make(county, "FIRST_SECRETARY", "helperId", secretary, county.village(1))
                .statusCode(201)
                .body("expiresOn", notNullValue())
                .extract()
                .path("id");
        make(county, "FIRST_SECRETARY", "helperId", successor, county.village(1))
                .statusCode(409)
                .body("code", equalTo("place-limit"));
        // the household's news may still be on its way
        await().atMost(SOON).until(() -> county.planOf(1) != null);
        step(county, link, Map.of("step", "END")).statusCode(409).body("code", equalTo("village-still-poor"));
        step(county, link, Map.of("step", "RENEW")).statusCode(200).body("state", equalTo("STANDING"));
        step(county, link, Map.of("step", "HAND_OVER")).statusCode(422).body("code", equalTo("wrong-party"));
        step(county, link, Map.of("step", "HAND_OVER", "successor", Map.of("helperId", secretary)))
                .statusCode(409)
                .body("code", equalTo("same-party"));
        step(county, link, Map.of("step", "HAND_OVER", "successor", Map.of("helperId", cadre(county))))
                .statusCode(409)
                .body("code", equalTo("unit-not-linked"));
        String next = step(
                        county,
                        link,
                        Map.of("step", "HAND_OVER", "successor", Map.of("helperId", successor), "remark", "term over"))
                .statusCode(200)
                .body("helperId", equalTo(successor.toString()))
                .body("predecessor", equalTo(link))
                .extract()
                .path("id");
        step(county, link, Map.of("step", "END")).statusCode(409).body("code", equalTo("step-not-open"));
        county.auditor()
                .get("/v1/links/" + link)
                .then()
                .statusCode(200)
                .body("state", equalTo("HANDED_OVER"))
                .body("reason", equalTo("term over"))
                .body("steps.step", equalTo(List.of("MAKE", "RENEW", "HAND_OVER")));
        Neighbour.tell(
                "identification.register",
                List.of(Neighbour.household(household, county.village(1), "EXITED", "ILLNESS", 2)));
        step(county, next, Map.of("step", "END")).statusCode(409).body("code", equalTo("village-still-poor"));
        Neighbour.tell("identification.village", List.of(Neighbour.delisted(county.village(1))));
        await().atMost(SOON)
                .until(() -> step(county, next, Map.of("step", "END")).extract().statusCode() == 200);
    }

    @Test
    void nobodyLivesInTwoVillages() {
        County county = county("451270", 2);
        UUID unit = unit(county);
        county.link(unit, county.village(1)).statusCode(201);
        UUID secretary = cadre(county, unit, "ORDINARY");
        UUID member = cadre(county, unit, "ORDINARY");
        String first = make(county, "FIRST_SECRETARY", "helperId", secretary, county.village(1))
                .statusCode(201)
                .extract()
                .path("id");
        make(county, "TEAM_MEMBER", "helperId", secretary, county.village(2))
                .statusCode(409)
                .body("code", equalTo("resident-elsewhere"));
        make(county, "TEAM_MEMBER", "helperId", secretary, county.village(1))
                .statusCode(409)
                .body("code", equalTo("resident-already"));
        String link = make(county, "TEAM_MEMBER", "helperId", member, county.village(2))
                .statusCode(201)
                .extract()
                .path("id");
        make(county, "TEAM_MEMBER", "helperId", member, county.village(1))
                .statusCode(409)
                .body("code", equalTo("link-limit"));
        step(county, link, Map.of("step", "HAND_OVER", "successor", Map.of("helperId", secretary)))
                .statusCode(409)
                .body("code", equalTo("resident-elsewhere"));
        UUID second = cadre(county, unit, "ORDINARY");
        make(county, "TEAM_MEMBER", "helperId", second, county.village(1)).statusCode(201);
        step(county, first, Map.of("step", "HAND_OVER", "successor", Map.of("helperId", second)))
                .statusCode(409)
                .body("code", equalTo("resident-already"));
    }

    @Test
    void anInformationOfficerIsBoundToAPlaceThatThereIs() {
        County county = county("451271", 1);
        UUID officer = cadre(county);
        make(county, "INFORMATION_OFFICER", "helperId", officer, county.code() + "999000")
                .statusCode(422)
                .body("code", equalTo("unknown-division"))
                .body("errors[0].pointer", equalTo("/division"));
        Map<String, Object> toCome = body("INFORMATION_OFFICER", "helperId", officer, county.village(1));
        String later = LocalDate.now(Clocks.SHANGHAI).plusDays(2).toString();
        toCome.put("since", later);
        post(county, toCome)
                .statusCode(422)
                .body("code", equalTo("link-in-future"))
                .body("detail", containsString(later))
                .body("errors[0].pointer", equalTo("/since"));
        make(
                        county,
                        "INFORMATION_OFFICER",
                        "helperId",
                        officer,
                        county.village(1).substring(0, 9) + "000")
                .statusCode(201);
    }

    @Test
    void unitsAndLeadersStayUntilTheVillageIsDelistedAndHandOverMeanwhile() {
        County county = county("451272", 1);
        UUID unit = unit(county);
        String link =
                county.link(unit, county.village(1)).statusCode(201).extract().path("id");
        String leader = make(
                        county, "LEADER_VILLAGE", "helperId", cadre(county, unit, "DIVISION_HEAD"), county.village(1))
                .statusCode(201)
                .extract()
                .path("id");
        String next = step(county, link, Map.of("step", "HAND_OVER", "successor", Map.of("unitId", unit(county))))
                .statusCode(200)
                .extract()
                .path("id");
        for (String stays : List.of(next, leader)) {
            step(county, stays, Map.of("step", "END")).statusCode(409).body("code", equalTo("village-still-poor"));
        }
        county.registers(1, "ILLNESS", 1);
        Neighbour.tell("identification.village", List.of(Neighbour.delisted(county.village(1))));
        await().atMost(SOON)
                .until(() -> step(county, next, Map.of("step", "END")).extract().statusCode() == 200);
        step(county, leader, Map.of("step", "END")).statusCode(200).body("state", equalTo("ENDED"));
    }

    @Test
    void aPersonHasOneContactAndFirmsHelpManyVillages() {
        County county = county("450323", 2);
        UUID teacher = cadre(county);
        UUID grandmother = UUID.randomUUID();
        UUID pupil = UUID.randomUUID();
        Map<String, Object> contact = body("LEFT_BEHIND_CONTACT", "helperId", teacher, county.village(1));
        post(county, contact).statusCode(422).body("code", equalTo("person-missing"));
        contact.put("personId", grandmother);
        post(county, contact).statusCode(201);
        Map<String, Object> another = body("LEFT_BEHIND_CONTACT", "helperId", cadre(county), county.village(2));
        another.put("personId", grandmother);
        post(county, another).statusCode(409).body("code", equalTo("place-limit"));
        Map<String, Object> student = body("STUDENT_CONTACT", "helperId", teacher, county.village(1));
        student.put("personId", pupil);
        county.hasMembers(2, List.of(pupil));
        post(county, student)
                .statusCode(422)
                .body("code", equalTo("unknown-person"))
                .body("detail", containsString(county.village(1)))
                .body("errors[0].pointer", equalTo("/personId"));
        county.hasMembers(1, List.of(pupil));
        post(county, student).statusCode(201);

        UUID firm = UUID.randomUUID();
        Map<String, Object> facts =
                Map.of("name", "Sugar mill", "creditCode", "91450323MA5K00001X", "division", county.code() + "000000");
        county.planner().body(facts).put("/v1/enterprises/" + firm).then().statusCode(200);
        county.planner()
                .body(facts)
                .put("/v1/enterprises/" + UUID.randomUUID())
                .then()
                .statusCode(409)
                .body("code", equalTo("credit-code-taken"));
        county.planner()
                .body(Map.of("name", "Mill", "creditCode", "91450323MA5K00002U", "division", "970299000000"))
                .put("/v1/enterprises/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-division"));
        make(county, "ENTERPRISE_VILLAGE", "enterpriseId", firm, county.village(1))
                .statusCode(201);
        make(county, "ENTERPRISE_VILLAGE", "enterpriseId", firm, county.village(2))
                .statusCode(201);
        county.auditor()
                .get("/v1/links?kind=ENTERPRISE_VILLAGE&division=" + county.code())
                .then()
                .body("items", hasSize(2));
    }

    private static County county(String code, int villages) {
        County county = new County(code);
        county.hasVillages(villages);
        return county;
    }

    private static UUID unit(County county) {
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        return unit;
    }

    private static UUID cadre(County county) {
        return cadre(county, unit(county), "ORDINARY");
    }

    private static UUID cadre(County county, UUID unit, String rank) {
        UUID helper = UUID.randomUUID();
        county.helper(helper, unit, rank, List.of()).statusCode(200);
        return helper;
    }

    private static Map<String, Object> body(String kind, String party, UUID id, String division) {
        return new HashMap<>(Map.of("kind", kind, party, id, "division", division));
    }

    private static ValidatableResponse make(County county, String kind, String party, UUID id, String division) {
        return post(county, body(kind, party, id, division));
    }

    private static ValidatableResponse post(County county, Map<String, Object> body) {
        return county.planner().body(body).post("/v1/links").then();
    }

    private static ValidatableResponse step(County county, String link, Map<String, Object> body) {
        return county.planner().body(body).post("/v1/links/" + link + "/steps").then();
    }
}
