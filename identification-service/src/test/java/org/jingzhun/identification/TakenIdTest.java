package org.jingzhun.identification;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.People;
import org.junit.jupiter.api.Test;

/** An id that a client chooses may be taken by something that it cannot see. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class TakenIdTest {

    private static void refused(County stranger, String body, String path) {
        as("county-officer", stranger.code())
                .body(body)
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("id-taken"))
                .body("detail", not(containsString(path.substring(path.lastIndexOf('/') + 1))));
        as("county-officer", stranger.code()).get(path).then().statusCode(404);
    }

    @Test
    void whatIsTakenInAnotherCountyIsRefusedWithoutTellingWhatItIs() {
        County county = new County("451041", 11000, 1).household("甲", 1, 2, 57).begun(5, 0);
        County stranger =
                new County("451042", 11100, 1).household("乙", 1, 2, 57).begun(5, 0);
        String assessment = UUID.randomUUID().toString();
        as("county-officer", county.code())
                .body(visit(county, "甲"))
                .put("/v1/assessments/" + assessment)
                .then()
                .statusCode(201);

        refused(stranger, visit(stranger, "乙"), "/v1/assessments/" + assessment);
        refused(stranger, household(stranger, UUID.randomUUID(), 11150), "/v1/households/" + county.household("甲"));
        refused(stranger, stranger.body(5, 0), "/v1/campaigns/" + county.campaign());
    }

    /** A second visit by other people. */
    private static String visit(County county, String household) {
        String row = county.assessment(county.household(household), "SECOND_VISIT", "2015-12-05", 57, "\"赵五\",\"孙六\"");
        return "{" + row.substring(row.indexOf("\"householdId\""));
    }

    private static String household(County county, UUID member, int person) {
        return People.body(county.village(1), List.of("\"id\":\"" + member + "\"," + People.traits("HEAD", person)));
    }

    @Test
    void theIdOfAMemberOfAnotherHouseholdIsTaken() {
        County county = new County("451043", 11200, 1);
        UUID member = UUID.randomUUID();
        as("county-officer", county.code())
                .body(household(county, member, 11201))
                .put("/v1/households/" + UUID.randomUUID())
                .then()
                .statusCode(201);
        as("county-officer", county.code())
                .body(household(county, member, 11202))
                .put("/v1/households/" + UUID.randomUUID())
                .then()
                .statusCode(409)
                .body("code", equalTo("id-taken"));
    }
}
