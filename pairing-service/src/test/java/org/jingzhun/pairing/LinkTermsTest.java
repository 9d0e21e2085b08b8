package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Neighbour;
import org.junit.jupiter.api.Test;

/** Links with counties and contacts: how many there may be, how long they last, and what is missing. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class LinkTermsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void aLeaderOfTheRegionAnswersForOneCountyForFiveYears() {
        County county = county("450360", 1);
        County other = county("450361", 1);
        UUID leader = leader(county);
        make("LEADER_COUNTY", "helperId", cadre(county, List.of()), whole(county))
                .statusCode(422)
                .body("code", equalTo("wrong-unit-level"))
                .body("errors[0].pointer", equalTo("/helperId"));
        String link = make("LEADER_COUNTY", "helperId", leader, whole(county))
                .statusCode(201)
                .body("expiresOn", equalTo(today().plusYears(5).minusDays(1).toString()))
                .extract()
                .path("id");
        make("LEADER_COUNTY", "helperId", leader, whole(other))
                .statusCode(409)
                .body("code", equalTo("link-limit"))
                .body(
                        "detail",
                        equalTo("Who helps may have 1 link(s) of kind LEADER_COUNTY at most."
                                + " End or hand over another one first."));
        make("LEADER_COUNTY", "helperId", leader(county), whole(county)).statusCode(201);
        make("LEADER_COUNTY", "helperId", leader(county), whole(county))
                .statusCode(409)
                .body("code", equalTo("place-limit"));
        make("LEADER_COUNTY", "helperId", leader(county), county.village(1))
                .statusCode(422)
                .body("code", equalTo("unknown-county"));

        step(link, Map.of("step", "END")).statusCode(409).body("code", equalTo("village-still-poor"));
        step(link, Map.of("step", "RENEW"))
                .statusCode(200)
                .body(
                        "expiresOn",
                        equalTo(today().plusYears(5).minusDays(1).plusYears(5).toString()));
        Neighbour.tell("identification.village", List.of(Neighbour.delisted(county.village(1))));
        await().atMost(SOON)
                .untilAsserted(
                        () -> step(link, Map.of("step", "END")).statusCode(409).body("code", equalTo("term-not-over")));
    }

    @Test
    void aLeaderWhoseTermIsOverLeavesACountyThatIsOutOfPoverty() {
        County county = county("450362", 1);
        Map<String, Object> body = body("LEADER_COUNTY", "helperId", leader(county), whole(county));
        body.put("since", today().minusYears(5).toString());
        String link = post(body)
                .statusCode(201)
                .body("expiresOn", equalTo(today().minusDays(1).toString()))
                .extract()
                .path("id");
        step(link, Map.of("step", "END")).statusCode(409).body("code", equalTo("village-still-poor"));
        Neighbour.tell("identification.village", List.of(Neighbour.delisted(county.village(1))));
        await().atMost(SOON)
                .until(() -> step(link, Map.of("step", "END")).extract().statusCode() == 200);
        region().get("/v1/links/" + link).then().body("state", equalTo("ENDED"));
    }

    @Test
    void aLeaderHandsACountyOverWhenTheTermIsOverOrWhoAnsweredForItHasLeft() {
        County county = county("450399", 1);
        UUID leader = leader(county);
        String link = make("LEADER_COUNTY", "helperId", leader, whole(county))
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> handOver = Map.of("step", "HAND_OVER", "successor", Map.of("helperId", leader(county)));
        step(link, handOver).statusCode(409).body("code", equalTo("term-not-over"));
        absent(county, leader, "ILLNESS");
        step(link, handOver).statusCode(409).body("code", equalTo("term-not-over"));
        absent(county, leader, "TRANSFERRED");
        String next = step(link, handOver).statusCode(200).extract().path("id");
        Map<String, Object> third = Map.of("step", "HAND_OVER", "successor", Map.of("helperId", leader(county)));
        step(next, third).statusCode(409).body("code", equalTo("term-not-over"));

        County other = county("450400", 1);
        Map<String, Object> over = body("LEADER_COUNTY", "helperId", leader(other), whole(other));
        over.put("since", today().minusYears(5).toString());
        String ended = post(over).statusCode(201).extract().path("id");
        step(ended, Map.of("step", "HAND_OVER", "successor", Map.of("helperId", leader(other))))
                .statusCode(200);
    }

    private static void absent(County county, UUID helper, String kind) {
        county.planner()
                .body(Map.of("kind", kind, "since", today().minusDays(3).toString()))
                .put("/v1/helpers/" + helper + "/absences/" + UUID.randomUUID())
                .then()
                .statusCode(200);
    }

    @Test
    void gapsNameTheLeaderOfTheCountyWhoHasOneVillage() {
        County county = county("450401", 2);
        UUID leader = leader(county);
        String link = make("LEADER_VILLAGE", "helperId", leader, county.village(1))
                .statusCode(201)
                .extract()
                .path("id");
        String village = "items.find { it.division == '" + county.village(1) + "' }";
        gaps(county)
                .body(village + ".few.linkId", equalTo(List.of(link)))
                .body(village + ".few[0].kind", equalTo("LEADER_VILLAGE"))
                .body(village + ".few[0].standing", equalTo(1))
                .body(village + ".few[0].least", equalTo(2))
                .body("items.find { it.division == '" + county.village(2) + "' }.few", hasSize(0));
        make("LEADER_VILLAGE", "helperId", leader, county.village(2)).statusCode(201);
        gaps(county).body("items.few.flatten()", hasSize(0));
    }

    @Test
    void aUnitOfTheCentreHelpsFiveCountiesAndACountyHasFiveUnitsAtMost() {
        County home = county("450363", 1);
        UUID unit = unitOfTheCity();
        make("UNIT_COUNTY", "unitId", unit(home, "COUNTY"), whole(home))
                .statusCode(422)
                .body("code", equalTo("wrong-unit-level"));
        for (String code : List.of("450363", "450364", "450365", "450366", "450367")) {
            make("UNIT_COUNTY", "unitId", unit, whole(code.equals("450363") ? home : county(code, 1)))
                    .statusCode(201);
        }
        County sixth = county("450368", 1);
        make("UNIT_COUNTY", "unitId", unit, whole(sixth)).statusCode(409).body("code", equalTo("link-limit"));
        aUnitHelpsWhereItsDivisionReaches(home, sixth);
        for (int more = 1; more < 5; more++) {
            make("UNIT_COUNTY", "unitId", unit(home, "CENTRAL"), whole(home)).statusCode(201);
        }
        make("UNIT_COUNTY", "unitId", unit(home, "CENTRAL"), whole(home))
                .statusCode(409)
                .body("code", equalTo("place-limit"));
    }

    private static void aUnitHelpsWhereItsDivisionReaches(County home, County away) {
        make("UNIT_COUNTY", "unitId", unit(home, "CENTRAL"), whole(away))
                .statusCode(409)
                .body("code", equalTo("unit-helps-elsewhere"))
                .body("detail", containsString("in " + whole(home) + ", and " + whole(away)));
        UUID department = unit(home, "COUNTY");
        make("UNIT_VILLAGE", "unitId", department, away.village(1))
                .statusCode(409)
                .body("code", equalTo("unit-helps-elsewhere"));
        String link = make("UNIT_VILLAGE", "unitId", department, home.village(1))
                .statusCode(201)
                .extract()
                .path("id");
        step(link, Map.of("step", "HAND_OVER", "successor", Map.of("unitId", unit(away, "COUNTY"))))
                .statusCode(409)
                .body("code", equalTo("unit-helps-elsewhere"));
    }

    /** A unit of the centre that helps anywhere in the city. */
    private static UUID unitOfTheCity() {
        UUID unit = UUID.randomUUID();
        region().body(Map.of("name", "Ministry", "level", "CENTRAL", "division", "450300000000"))
                .put("/v1/units/" + unit)
                .then()
                .statusCode(200);
        return unit;
    }

    @Test
    void aCountyHasTwoCitiesAtMostAndOneOfThemHandsOver() {
        County county = county("450369", 1);
        String shenzhen = city(county, "440300000000")
                .statusCode(201)
                .body("city", equalTo("440300000000"))
                .extract()
                .path("id");
        city(county, "440300000000").statusCode(409).body("code", equalTo("link-exists"));
        city(county, "440100000000").statusCode(201);
        city(county, "441900000000").statusCode(409).body("code", equalTo("place-limit"));
        step(shenzhen, Map.of("step", "RENEW")).statusCode(409).body("code", equalTo("link-without-term"));
        step(shenzhen, Map.of("step", "HAND_OVER", "successor", Map.of("city", "441900000000")))
                .statusCode(200)
                .body("city", equalTo("441900000000"))
                .body("predecessor", equalTo(shenzhen));
    }

    @Test
    void linksThatTheCallerMayNotSeeCountToo() {
        County home = county("450396", 1);
        County away = county("450397", 2);
        UUID leader = leader(home);
        make("LEADER_VILLAGE", "helperId", leader, away.village(1)).statusCode(201);
        make("LEADER_VILLAGE", "helperId", leader, away.village(2)).statusCode(201);
        home.planner()
                .body(body("LEADER_VILLAGE", "helperId", leader, home.village(1)))
                .post("/v1/links")
                .then()
                .statusCode(409)
                .body("code", equalTo("link-limit"));
        home.planner().get("/v1/links?helper=" + leader).then().body("items", hasSize(0));

        UUID department = unit(away, "COUNTY");
        make("UNIT_VILLAGE", "unitId", department, away.village(1)).statusCode(201);
        JsonPath imported = home.imported("units", List.of("""
                {"id":"%s","name":"Unit","level":"COUNTY","villageCode":"%s"}""".formatted(department, home.village(1))));
        assertThat(home.rejections(imported)).containsExactly("1 /villageCode link-limit");

        UUID grandmother = UUID.randomUUID();
        contact(away, "LEFT_BEHIND_CONTACT", cadre(away, List.of()), grandmother)
                .statusCode(201);
        Map<String, Object> second = body("LEFT_BEHIND_CONTACT", "helperId", cadre(home, List.of()), home.village(1));
        second.put("personId", grandmother);
        home.planner().body(second).post("/v1/links").then().statusCode(409).body("code", equalTo("place-limit"));
    }

    @Test
    void aCityOfAnotherProvinceSeesTheCountyThatItHelps() {
        County county = county("450398", 1);
        String link = city(county, "350200000000").statusCode(201).extract().path("id");
        RequestSpecification xiamen = County.as("city-officer", "3502", "officer@3502");
        xiamen.get("/v1/links?kind=CITY_COUNTY").then().body("items.id", equalTo(List.of(link)));
        County.as("city-officer", "3502", "officer@3502")
                .body(Map.of("step", "END"))
                .post("/v1/links/" + link + "/steps")
                .then()
                .statusCode(404);
        County.as("city-officer", "3503", "officer@3503")
                .get("/v1/links?kind=CITY_COUNTY")
                .then()
                .body("items", hasSize(0));
    }

    /** The province is of this test alone, and so is the city. */
    @Test
    void aCityHelpsFortyCountiesAtMost() {
        List<String> counties = new ArrayList<>();
        for (int number = 1; number <= 41; number++) {
            counties.add("9701%02d".formatted(number));
        }
        Neighbour.tell(
                "identification.village",
                counties.stream()
                        .map(code -> Neighbour.village(new County(code).village(1)))
                        .toList());
        for (String code : counties.subList(0, 40)) {
            await().atMost(SOON).until(() -> ningboHelps(code).extract().statusCode(), status -> status != 422);
        }
        String last = counties.getLast();
        await().atMost(SOON).until(() -> ningboHelps(last).extract().statusCode(), status -> status != 422);
        ningboHelps(last)
                .statusCode(409)
                .body("code", equalTo("link-limit"))
                .body("detail", containsString("40 link(s) of kind CITY_COUNTY at most"));
        County.as("county-officer", last, "officer@" + last)
                .body(Map.of("kind", "CITY_COUNTY", "city", "330200000000", "division", last + "000000"))
                .post("/v1/links")
                .then()
                .statusCode(409)
                .body("code", equalTo("link-limit"));
        String first = province()
                .get("/v1/links?kind=CITY_COUNTY&division=" + counties.getFirst())
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        step(province(), first, Map.of("step", "END")).statusCode(409).body("code", equalTo("village-still-poor"));
        Neighbour.tell("identification.village", List.of(Neighbour.delistedCounty(counties.getFirst() + "000000")));
        await().atMost(SOON)
                .until(() ->
                        step(province(), first, Map.of("step", "END")).extract().statusCode() == 200);
        ningboHelps(last).statusCode(201);
    }

    private static RequestSpecification province() {
        return County.as("region-officer", "97", "officer@97");
    }

    private static ValidatableResponse ningboHelps(String county) {
        return province()
                .body(Map.of("kind", "CITY_COUNTY", "city", "330200000000", "division", county + "000000"))
                .post("/v1/links")
                .then();
    }

    @Test
    void gapsNameWhatIsMissingAndWhatHasEndedUntilItIsMended() {
        County county = county("450370", 2);
        gaps(county)
                .statusCode(200)
                .body("items.division", equalTo(List.of(whole(county), county.village(1), county.village(2))))
                .body("items.level", equalTo(List.of("COUNTY", "VILLAGE", "VILLAGE")))
                .body("items[0].missing.kind", equalTo(List.of("CITY_COUNTY", "LEADER_COUNTY", "UNIT_COUNTY")))
                .body(
                        "items[1].missing.kind",
                        equalTo(List.of("FIRST_SECRETARY", "INFORMATION_OFFICER", "TEAM_MEMBER")))
                .body("items[1].missing.find { it.kind == 'TEAM_MEMBER' }.standing", equalTo(0))
                .body("items[1].missing.find { it.kind == 'TEAM_MEMBER' }.least", equalTo(3))
                .body("items.ended", equalTo(List.of(List.of(), List.of(), List.of())));
        UUID sending = unit(county, "COUNTY");
        county.link(sending, county.village(1)).statusCode(201);
        Map<String, Object> secretary =
                body("FIRST_SECRETARY", "helperId", helper(county, sending, "ORDINARY", List.of()), county.village(1));
        LocalDate since = today().minusYears(2).minusDays(9);
        secretary.put("since", since.toString());
        String link = post(secretary).statusCode(201).extract().path("id");
        make("INFORMATION_OFFICER", "helperId", cadre(county, List.of()), county.village(1))
                .statusCode(201);
        String ended = "items.find { it.division == '" + county.village(1) + "' }";
        gaps(county)
                .body(ended + ".missing.kind", equalTo(List.of("TEAM_MEMBER")))
                .body(ended + ".missing[0].standing", equalTo(1))
                .body(ended + ".ended.linkId", equalTo(List.of(link)))
                .body(ended + ".ended[0].kind", equalTo("FIRST_SECRETARY"))
                .body(
                        ended + ".ended[0].expiresOn",
                        equalTo(since.plusYears(2).minusDays(1).toString()));
        make("TEAM_MEMBER", "helperId", cadre(county, List.of()), county.village(1))
                .statusCode(201);
        make("TEAM_MEMBER", "helperId", cadre(county, List.of()), county.village(1))
                .statusCode(201);
        gaps(county).body(ended + ".missing", hasSize(0)).body(ended + ".ended", hasSize(1));
        step(link, Map.of("step", "RENEW")).statusCode(200);
        gaps(county).body("items.division", equalTo(List.of(whole(county), county.village(2))));
        String officer = region().get("/v1/links?kind=INFORMATION_OFFICER&division=" + county.code())
                .then()
                .extract()
                .path("items[0].id");
        step(officer, Map.of("step", "END")).statusCode(200);
        gaps(county).body(ended + ".missing.kind", equalTo(List.of("INFORMATION_OFFICER")));
        region().get("/v1/links/gaps?limit=1000&division=4503")
                .then()
                .body("items.division", hasItems(whole(county), county.village(2)));
        county.auditor().get("/v1/links/gaps?division=45").then().body("items.division", hasSize(3));
    }

    @Test
    void aTeacherKeepsContactWithOneChildAndAPartyMemberWithOneOldPerson() {
        County county = county("450371", 1);
        contacts(county, "LEFT_BEHIND_CHILD_CONTACT", "TEACHER", "PARTY_MEMBER");
        contacts(county, "LEFT_BEHIND_ELDER_CONTACT", "PARTY_MEMBER", "TEACHER");
    }

    private static void contacts(County county, String kind, String calling, String other) {
        UUID person = UUID.randomUUID();
        UUID anotherPerson = UUID.randomUUID();
        county.hasMembers(1, List.of(person, anotherPerson));
        UUID helper = cadre(county, List.of(calling));
        contact(county, kind, cadre(county, List.of(other)), person)
                .statusCode(422)
                .body("code", equalTo("wrong-calling"))
                .body(
                        "errors[0].detail",
                        equalTo("A helper in a link of kind " + kind + " is a " + calling
                                + ". Record that of the helper, or name another one."));
        String link =
                contact(county, kind, helper, person).statusCode(201).extract().path("id");
        contact(county, kind, helper, anotherPerson).statusCode(409).body("code", equalTo("link-limit"));
        contact(county, kind, cadre(county, List.of(calling)), person)
                .statusCode(409)
                .body("code", equalTo("place-limit"));
        step(link, Map.of("step", "HAND_OVER", "successor", Map.of("helperId", cadre(county, List.of()))))
                .statusCode(422)
                .body("code", equalTo("wrong-calling"));
        UUID successor = cadre(county, List.of(calling, other));
        String next = step(link, Map.of("step", "HAND_OVER", "successor", Map.of("helperId", successor)))
                .statusCode(200)
                .body("personId", equalTo(person.toString()))
                .extract()
                .path("id");
        step(next, Map.of("step", "END")).statusCode(200).body("state", equalTo("ENDED"));
        contact(county, kind, helper, person).statusCode(201);
    }

    @Test
    void callingsAreImportedWithTheHelpers() {
        County county = county("450372", 1);
        UUID unit = unit(county, "COUNTY");
        UUID helper = UUID.randomUUID();
        String row = """
                {"id":"%s","name":"陈志强","unitId":"%s","post":"教师","rank":"ORDINARY","skills":[],"callings":["%s"]}""";
        assertThat(county.rejections(county.imported(
                        "helpers",
                        List.of(
                                row.formatted(helper, unit, "TEACHER"),
                                row.formatted(UUID.randomUUID(), unit, "POET")))))
                .containsExactly("2 /callings not-allowed-value");
        county.auditor().get("/v1/helpers/" + helper).then().body("callings", equalTo(List.of("TEACHER")));
    }

    @Test
    void enterprisesAreImportedAndBadRowsAreNamed() {
        County county = county("450373", 1);
        UUID mill = UUID.randomUUID();
        var job = county.imported(
                "enterprises",
                List.of(
                        enterprise(mill, "91450373MA5K00001X", "450373000000"),
                        enterprise(UUID.randomUUID(), "short", "450373000000"),
                        enterprise(UUID.randomUUID(), "91450373MA5K00002X", "450361000000"),
                        enterprise(mill, "91450373MA5K00003X", "450373000000"),
                        enterprise(UUID.randomUUID(), "91450373MA5K00001X", "450373000000"),
                        "{\"id\":\"" + UUID.randomUUID() + "\",\"creditCode\":\"91450373MA5K00004X\","
                                + "\"division\":\"450373000000\"}"));
        assertThat(county.rejections(job))
                .containsExactly(
                        "2 /creditCode not-matching",
                        "3 /division outside-your-area",
                        "4 /id repeated-row",
                        "5 /creditCode repeated-row",
                        "6 /name missing-field");
        county.auditor()
                .get("/v1/enterprises")
                .then()
                .statusCode(200)
                .body("items.name", equalTo(List.of("Sugar mill")))
                .body("items[0].trade", equalTo("sugar"));
        assertThat(county.rejections(county.imported(
                        "enterprises", List.of(enterprise(UUID.randomUUID(), "91450373MA5K00001X", "450373000000")))))
                .containsExactly("1 /creditCode credit-code-taken");
        make("ENTERPRISE_VILLAGE", "enterpriseId", mill, county.village(1)).statusCode(201);
    }

    @Test
    void aLinkNamesAKnownEnterpriseAndAPersonOnlyWhereOneIsHelped() {
        County county = county("450545", 1);
        make("ENTERPRISE_VILLAGE", "enterpriseId", UUID.randomUUID(), county.village(1))
                .statusCode(422)
                .body("code", equalTo("unknown-enterprise"))
                .body("errors[0].pointer", equalTo("/enterpriseId"));
        contact(county, "TEAM_MEMBER", cadre(county, List.of()), UUID.randomUUID())
                .statusCode(422)
                .body("code", equalTo("person-not-expected"))
                .body("errors[0].pointer", equalTo("/personId"));
    }

    private static String enterprise(UUID id, String creditCode, String division) {
        return """
                {"id":"%s","name":"Sugar mill","creditCode":"%s","trade":"sugar","division":"%s"}""".formatted(id, creditCode, division);
    }

    private static RequestSpecification region() {
        return County.as("region-officer", "45", "officer@45");
    }

    private static LocalDate today() {
        return LocalDate.now(Clocks.SHANGHAI);
    }

    private static County county(String code, int villages) {
        County county = new County(code);
        county.hasVillages(villages);
        return county;
    }

    private static String whole(County county) {
        return county.code() + "000000";
    }

    private static UUID unit(County county, String level) {
        UUID unit = UUID.randomUUID();
        county.unit(unit, level).statusCode(200);
        return unit;
    }

    /** Of a unit of the region, and of the rank that leaders of counties have at least. */
    private static UUID leader(County county) {
        return helper(county, unit(county, "PROVINCE"), "DIVISION_HEAD", List.of());
    }

    private static UUID cadre(County county, List<String> callings) {
        return helper(county, unit(county, "COUNTY"), "ORDINARY", callings);
    }

    private static UUID helper(County county, UUID unit, String rank, List<String> callings) {
        UUID helper = UUID.randomUUID();
        county.planner()
                .body(Map.of(
                        "name",
                        "Helper",
                        "unitId",
                        unit,
                        "post",
                        "科员",
                        "rank",
                        rank,
                        "skills",
                        List.of(),
                        "callings",
                        callings))
                .put("/v1/helpers/" + helper)
                .then()
                .statusCode(200)
                .body(
                        "callings",
                        equalTo(callings.stream()
                                .sorted(java.util.Comparator.reverseOrder())
                                .toList()));
        return helper;
    }

    private static ValidatableResponse contact(County county, String kind, UUID helper, UUID person) {
        Map<String, Object> body = body(kind, "helperId", helper, county.village(1));
        body.put("personId", person);
        return post(body);
    }

    private static ValidatableResponse city(County county, String city) {
        return post(new HashMap<>(Map.of("kind", "CITY_COUNTY", "city", city, "division", whole(county))));
    }

    private static ValidatableResponse gaps(County county) {
        return region().get("/v1/links/gaps?division=" + county.code()).then();
    }

    private static Map<String, Object> body(String kind, String party, UUID id, String division) {
        return new HashMap<>(Map.of("kind", kind, party, id, "division", division));
    }

    private static ValidatableResponse make(String kind, String party, UUID id, String division) {
        return post(body(kind, party, id, division));
    }

    private static ValidatableResponse post(Map<String, Object> body) {
        return region().body(body).post("/v1/links").then();
    }

    private static ValidatableResponse step(String link, Map<String, Object> body) {
        return step(region(), link, body);
    }

    private static ValidatableResponse step(RequestSpecification person, String link, Map<String, Object> body) {
        return person.body(body).post("/v1/links/" + link + "/steps").then();
    }
}
