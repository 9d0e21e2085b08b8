package org.jingzhun.pairing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.junit.jupiter.api.Test;

/** Contacts of students, technology commissioners, and information officers of all five levels. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class SentToPlacesTest {

    @Test
    void aStudentHasOneContactWhoHasFiveStudentsAtMost() {
        County county = new County("970103");
        county.hasVillages(2);
        UUID first = cadre(county.planner(), "COUNTY", county.code() + "000000");
        UUID second = cadre(county.planner(), "COUNTY", county.code() + "000000");
        UUID student = UUID.randomUUID();
        List<UUID> students = Stream.generate(UUID::randomUUID).limit(5).toList();
        county.hasMembers(1, List.of(student));
        county.hasMembers(
                2, Stream.concat(Stream.of(student), students.stream()).toList());
        make(county.planner(), student(first, county.village(1), student)).statusCode(201);
        make(county.planner(), student(second, county.village(1), student))
                .statusCode(409)
                .body("code", equalTo("place-limit"));
        make(county.planner(), student(second, county.village(2), student))
                .statusCode(409)
                .body("code", equalTo("place-limit"));
        make(county.planner(), student(first, county.village(1), student))
                .statusCode(409)
                .body("code", equalTo("link-exists"));
        for (UUID another : students.subList(0, 4)) {
            make(county.planner(), student(first, county.village(2), another)).statusCode(201);
        }
        make(county.planner(), student(first, county.village(2), students.getLast()))
                .statusCode(409)
                .body("code", equalTo("link-limit"));
        make(county.planner(), student(second, county.village(2), students.getLast()))
                .statusCode(201);
    }

    @Test
    void aTechnologyCommissionerIsSentToFiveVillagesAtMostWithoutATerm() {
        County county = new County("970104");
        county.hasVillages(6);
        UUID commissioner = cadre(county.planner(), "COUNTY", county.code() + "000000");
        String kind = "TECHNOLOGY_COMMISSIONER";
        make(county.planner(), link(kind, commissioner, county.code() + "000000"))
                .statusCode(422)
                .body("code", equalTo("unknown-village"));
        for (int village = 1; village <= 5; village++) {
            make(county.planner(), link(kind, commissioner, county.village(village)))
                    .statusCode(201)
                    .body("expiresOn", nullValue());
        }
        make(county.planner(), link(kind, commissioner, county.village(6)))
                .statusCode(409)
                .body("code", equalTo("link-limit"));
        String link = county.auditor()
                .get("/v1/links?kind=" + kind + "&division=" + county.village(1))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        step(county, link, "RENEW").statusCode(409).body("code", equalTo("link-without-term"));
        step(county, link, "END").statusCode(200).body("state", equalTo("ENDED"));
        make(county.planner(), link(kind, commissioner, county.village(6))).statusCode(201);
    }

    /** The one officer of a village is the limit of villages alone: the offices above have as many as they need. */
    @Test
    void informationOfficersWorkAtAllFiveLevels() {
        County county = new County("970205");
        county.hasVillages(1);
        RequestSpecification city = County.as("city-officer", "9702", "writer@9702");
        RequestSpecification region = County.as("region-officer", "97", "writer@97");
        String kind = "INFORMATION_OFFICER";
        make(county.planner(), link(kind, officer(county), county.village(1))).statusCode(201);
        make(county.planner(), link(kind, officer(county), county.village(1)))
                .statusCode(409)
                .body("code", equalTo("place-limit"));
        UUID one = officer(county);
        make(county.planner(), link(kind, one, county.code() + "100000")).statusCode(201);
        make(county.planner(), link(kind, one, county.code() + "000000"))
                .statusCode(409)
                .body("code", equalTo("link-limit"));
        for (String place : List.of(county.code() + "100000", county.code() + "000000", county.code() + "000000")) {
            make(county.planner(), link(kind, officer(county), place))
                    .statusCode(201)
                    .body("division", equalTo(place));
        }
        make(county.planner(), link(kind, officer(county), "970200000000"))
                .statusCode(422)
                .body("code", equalTo("unknown-division"));
        make(city, link(kind, cadre(city, "CITY", "970200000000"), "970200000000"))
                .statusCode(201);
        make(city, link(kind, cadre(city, "CITY", "970200000000"), "970000000000"))
                .statusCode(422);
        make(region, link(kind, cadre(region, "PROVINCE", "970000000000"), "970000000000"))
                .statusCode(201);
        County.as("auditor", "97", "auditor@97")
                .get("/v1/links?kind=" + kind + "&division=97")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.division in ['" + county.village(1) + "', '" + county.code() + "100000', '"
                                + county.code() + "000000', '970200000000', '970000000000'] }",
                        hasSize(7));
    }

    private static UUID officer(County county) {
        return cadre(county.planner(), "COUNTY", county.code() + "000000");
    }

    private static UUID cadre(RequestSpecification person, String level, String division) {
        UUID unit = UUID.randomUUID();
        UUID helper = UUID.randomUUID();
        person.body(Map.of("name", "扶贫办", "level", level, "division", division))
                .put("/v1/units/" + unit)
                .then()
                .statusCode(200);
        person.body(Map.of("name", "陆干部", "unitId", unit, "post", "科员", "rank", "ORDINARY", "skills", List.of()))
                .put("/v1/helpers/" + helper)
                .then()
                .statusCode(200);
        return helper;
    }

    private static Map<String, Object> link(String kind, UUID helper, String division) {
        return new HashMap<>(Map.of("kind", kind, "helperId", helper, "division", division));
    }

    private static Map<String, Object> student(UUID helper, String village, UUID student) {
        Map<String, Object> link = link("STUDENT_CONTACT", helper, village);
        link.put("personId", student);
        return link;
    }

    private static ValidatableResponse make(RequestSpecification person, Map<String, Object> link) {
        return person.body(link).post("/v1/links").then();
    }

    private static ValidatableResponse step(County county, String link, String step) {
        return county.planner()
                .body(Map.of("step", step))
                .post("/v1/links/" + link + "/steps")
                .then();
    }
}
