package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.jingzhun.pairing.testing.Neighbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From units and helpers to pairings, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class PairingStoryTest {

    private static final County LONGLIN = new County("451031");

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void aCountyFindsTheBestHelpersForItsHouseholdsAndProvesIt() {
        LONGLIN.hasVillages(2);
        List<UUID> ill = LONGLIN.registers(1, "ILLNESS", 4);
        List<UUID> schooling = LONGLIN.registers(2, "SCHOOLING", 4);
        UUID hospital = UUID.randomUUID();
        UUID school = UUID.randomUUID();
        UUID doctor = UUID.randomUUID();
        UUID teacher = UUID.randomUUID();
        assertThat(LONGLIN.rejections(LONGLIN.imported(
                        "units",
                        List.of(
                                unit(hospital, "County hospital", LONGLIN.village(1)),
                                unit(school, "Middle school", LONGLIN.village(2))))))
                .isEmpty();
        assertThat(LONGLIN.rejections(LONGLIN.imported(
                        "helpers", List.of(helper(doctor, hospital, "ILLNESS"), helper(teacher, school, "SCHOOLING")))))
                .isEmpty();
        LONGLIN.auditor()
                .get("/v1/links?unit=" + hospital)
                .then()
                .statusCode(200)
                .body("items.division", equalTo(List.of(LONGLIN.village(1))));

        String plan = LONGLIN.planOf(8);
        LONGLIN.auditor()
                .get("/v1/pairing-plans/" + plan)
                .then()
                .statusCode(200)
                .body("stage", equalTo("PROPOSED"))
                .body("optimal", equalTo(true))
                .body("figures.paired", equalTo(8))
                .body("figures.unpaired", equalTo(0))
                .body("rankQuotas", equalTo("FENGSHAN-2016"))
                .body("weightSet", equalTo("WEIGHTS-2016"));
        theBestHelperIsChosen(plan, ill, doctor);
        theBestHelperIsChosen(plan, schooling, teacher);
        LONGLIN.auditor()
                .get("/v1/pairing-plans/" + plan + "/pairs/" + ill.getFirst())
                .then()
                .statusCode(200)
                .body("terms.unitVillage", equalTo(0))
                .body("terms.skill", equalTo(0))
                .body("alternatives", hasSize(1))
                .body("alternatives[0].helperId", equalTo(teacher.toString()))
                .body("alternatives[0].dearerBy", greaterThanOrEqualTo(1))
                .body("pair.householder", notNullValue());
        theProofHolds(plan);

        LONGLIN.step(LONGLIN.planner(), plan, "APPROVE").statusCode(409).body("code", equalTo("same-person"));
        LONGLIN.step(LONGLIN.head(), plan, "ACTIVATE").statusCode(409).body("code", equalTo("step-not-open"));
        LONGLIN.step(LONGLIN.head(), plan, "APPROVE").statusCode(200).body("stage", equalTo("APPROVED"));
        LONGLIN.step(LONGLIN.head(), plan, "ACTIVATE")
                .statusCode(200)
                .body("stage", equalTo("ACTIVATED"))
                .body("newPairings", equalTo(8))
                .body("transfers", equalTo(0))
                .body("steps.step", equalTo(List.of("PLAN", "PROPOSE", "APPROVE", "ACTIVATE")));
        LONGLIN.step(LONGLIN.head(), plan, "ACTIVATE").statusCode(409).body("code", equalTo("step-not-open"));

        LONGLIN.auditor()
                .get("/v1/pairings?helper=" + doctor)
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items.state", everyItem(equalTo("ACTIVE")));
        aVillageReadsWhoHelpsItThoughTheHelpersAreOfTheCounty();
        everyHouseholdIsToldOnce(plan, ill, schooling);
        aPlanMadeAgainKeepsThePairsAndTellsNothing();
    }

    private static void aVillageReadsWhoHelpsItThoughTheHelpersAreOfTheCounty() {
        String helper = County.as("village-officer", LONGLIN.village(1), "village officer")
                .get("/v1/pairings")
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .extract()
                .path("items[0].helperId");
        County.as("township-officer", LONGLIN.village(1).substring(0, 9), "township officer")
                .get("/v1/helpers/" + helper)
                .then()
                .statusCode(200);
        County.as("township-officer", "511024100", "foreign officer")
                .get("/v1/helpers/" + helper)
                .then()
                .statusCode(404);
    }

    private static String unit(UUID id, String name, String village) {
        return """
                {"id": "%s", "name": "%s", "level": "COUNTY", "villageCode": "%s"}""".formatted(id, name, village);
    }

    private static String helper(UUID id, UUID unit, String skill) {
        return """
                {"id": "%s", "name": "陈志强", "unitId": "%s", "post": "科员", "rank": "ORDINARY", "skills": ["%s"],\
                 "homeVillage": null, "ethnicity": "08"}""".formatted(id, unit, skill).replace(" \"homeVillage\": null,", "");
    }

    private static void theBestHelperIsChosen(String plan, List<UUID> households, UUID helper) {
        List<String> chosen = LONGLIN.auditor()
                .get("/v1/pairing-plans/" + plan + "/pairs?helper=" + helper)
                .then()
                .statusCode(200)
                .extract()
                .path("items.householdId");
        assertThat(chosen)
                .containsExactlyInAnyOrderElementsOf(
                        households.stream().map(UUID::toString).toList());
    }

    private static void theProofHolds(String plan) {
        var proof = LONGLIN.auditor()
                .get("/v1/pairing-plans/" + plan + "/proof")
                .then()
                .statusCode(200)
                .body("proven", equalTo(true))
                .body("faults", hasSize(0))
                .extract()
                .jsonPath();
        assertThat(proof.getLong("cost")).isEqualTo(proof.getLong("lowerBound"));
    }

    private static void everyHouseholdIsToldOnce(String plan, List<UUID> ill, List<UUID> schooling) {
        Set<String> expected = new TreeSet<>();
        ill.forEach(id -> expected.add(id.toString()));
        schooling.forEach(id -> expected.add(id.toString()));
        List<Neighbour.Heard> heard =
                Neighbour.hear("pairing.pairing", expected.size(), event -> expected.contains(event.key()));
        assertThat(heard.stream().map(Neighbour.Heard::key).collect(Collectors.toList()))
                .as(plan)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(heard).allSatisfy(event -> {
            assertThat(event.headers())
                    .containsEntry("ce_type", "org.jingzhun.pairing.household-paired")
                    .containsEntry("ce_source", "/pairing-service")
                    .containsEntry("ce_subject", event.key())
                    .containsEntry("ce_specversion", "1.0");
            assertThat(event.payload().getString("householdId")).isEqualTo(event.key());
            assertThat(event.payload().getString("helperName")).isEqualTo("陈志强");
            assertThat(event.payload().getLong("revision")).isEqualTo(1);
        });
    }

    private static void aPlanMadeAgainKeepsThePairsAndTellsNothing() {
        String again = LONGLIN.plan();
        LONGLIN.step(LONGLIN.head(), again, "APPROVE").statusCode(200);
        LONGLIN.step(LONGLIN.head(), again, "ACTIVATE")
                .statusCode(200)
                .body("newPairings", equalTo(0))
                .body("transfers", equalTo(0));
    }

    @Test
    void theRulesInForceAndTheCodesAreOpenToEveryReader() {
        LONGLIN.auditor()
                .get("/v1/policies")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.policy == 'rank-quotas' }.values.number",
                        equalTo(List.of(8, 7, 6, 5, 4, 5, 4, 3, 2, 1, 5, 4, 3, 2, 1, 5, 4, 3, 2, 1)))
                .body(
                        "items.find { it.policy == 'rank-quotas' }.values.find { it.key == 'CITY_SECTION_HEAD' }.source",
                        containsString("54321"));
        LONGLIN.auditor().get("/v1/code-lists").then().statusCode(200).body("items.name", notNullValue());
        LONGLIN.auditor()
                .get("/v1/code-lists/cause")
                .then()
                .statusCode(200)
                .body("entries[0].code", equalTo("ILLNESS"))
                .body("entries[0].labelZh", equalTo("因病"));
        LONGLIN.auditor().get("/v1/code-lists/nothing").then().statusCode(404);
    }

    @Test
    void aCorrectionNeedsTheRevisionThatItCorrects() {
        UUID unit = UUID.randomUUID();
        String tag = LONGLIN.unit(unit, "COUNTY").statusCode(200).extract().header("ETag");
        LONGLIN.unit(unit, "CITY").statusCode(428).body("code", equalTo("if-match-required"));
        LONGLIN.planner()
                .header("If-Match", tag)
                .body(Map.of("name", "New name", "level", "CITY", "division", "451031000000"))
                .put("/v1/units/" + unit)
                .then()
                .statusCode(200)
                .body("name", equalTo("New name"));
        LONGLIN.planner()
                .header("If-Match", tag)
                .body(Map.of("name", "Other name", "level", "CITY", "division", "451031000000"))
                .put("/v1/units/" + unit)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-revision"));
    }
}
