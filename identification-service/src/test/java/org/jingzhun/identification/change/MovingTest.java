package org.jingzhun.identification.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Registered;
import org.jingzhun.identification.testing.Topic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Deaths and moves from one household to another; the register follows. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class MovingTest {

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void whoDiesOrMovesOutLeavesTheHouseholdAndMayMoveIntoAnother() {
        County county = Registered.register(
                new County("451094", 18700, 1).household("甲", 1, 4, 46).household("乙", 1, 1, 49), 1, 5);
        UUID household = county.household("甲");
        UUID second = county.household("乙");
        List<String> members =
                county.county().get("/v1/households/" + household).jsonPath().getList("members.id");
        String head = county.county()
                .get("/v1/households/" + household)
                .jsonPath()
                .getString("members.find { it.relation == 'HEAD' }.id");
        List<String> others = members.stream().filter(id -> !id.equals(head)).toList();

        applied(county, household, leaving("DEATH", others.get(0)));
        persons(county, household, 3);
        othersHear(household, others.get(0), "DEATH");
        String movedName = name(county, household, others.get(1));
        int person = Integer.parseInt(movedName.substring(1));
        applied(county, household, leaving("MOVED_OUT", others.get(1)));
        persons(county, household, 2);
        applied(
                county,
                second,
                "{\"kind\":\"MOVED_IN\",\"on\":\"2016-02-02\",\"reason\":\"迁入\",\"evidence\":[],\"members\":[{%s}]}"
                        .formatted(People.traits("OTHER", person)));
        persons(county, second, 2);
        county.county().get("/v1/households/" + household).then().body("members.name", not(hasItem(movedName)));
        county.county()
                .get("/v1/households/" + second)
                .then()
                .body("members", hasSize(2))
                .body("members.name", hasItem(movedName));
    }

    private static void othersHear(UUID household, String person, String reason) {
        var heard = Topic.await("identification.register", person, "person-left");
        var event = JsonPath.from(heard.value());
        assertThat(event.getString("householdId")).isEqualTo(household.toString());
        assertThat(event.getString("reason")).isEqualTo(reason);
    }

    private static String name(County county, UUID household, String member) {
        return county.county()
                .get("/v1/households/" + household)
                .jsonPath()
                .getString("members.find { it.id == '" + member + "' }.name");
    }

    private static void persons(County county, UUID household, int persons) {
        county.county()
                .get("/v1/register/" + household)
                .then()
                .body("entry.persons", is(persons))
                .body("entry.status", equalTo("POOR"));
    }

    private static String leaving(String kind, String member) {
        return "{\"kind\":\"%s\",\"on\":\"2016-02-01\",\"reason\":\"变动\",\"evidence\":[],\"leaving\":[\"%s\"]}"
                .formatted(kind, member);
    }

    private static void applied(County county, UUID household, String body) {
        String path = "/v1/households/" + household + "/changes";
        String change = Registered.post(county, "village-officer", "requester", path, body)
                .statusCode(201)
                .extract()
                .path("change.id");
        String steps = path + "/" + change + "/steps";
        Registered.post(county, "township-officer", "reviewer", steps, "{\"step\":\"REVIEW\"}")
                .statusCode(200);
        Registered.post(county, "county-officer", "applier", steps, "{\"step\":\"APPLICATION\"}")
                .statusCode(200);
    }
}
