package org.jingzhun.identification.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.People;
import org.junit.jupiter.api.Test;

/** The table of contradictions, also another one that an administrator loads. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ContradictionStoryTest {

    /** No other story has a pupil of this grade, so that the table may stay. */
    private static final String GRADE = "VOCATIONAL_3";

    private static ValidatableResponse put(County county, String schooling, int years) {
        return as("surveyor", county.code())
                .body(People.body(
                        county.village(1),
                        List.of(People.traits("HEAD", People.bornYearsAgo(years))
                                .replace("\"schooling\":\"NONE\"", "\"schooling\":\"" + schooling + "\""))))
                .put("/v1/households/" + UUID.randomUUID())
                .then();
    }

    private static ValidatableResponse load(String role, String version, String validFrom, List<String> rules) {
        return as(role, "45")
                .body("{\"version\":\"%s\",\"validFrom\":\"%s\",\"rules\":[%s]}"
                        .formatted(version, validFrom, String.join(",", rules)))
                .post("/v1/contradiction-rules")
                .then();
    }

    private static void judgedBy(County county, String household, String version) {
        as("surveyor", county.code())
                .get("/v1/households/" + household)
                .then()
                .statusCode(200)
                .body("contradictionRules", equalTo(version));
    }

    private static List<String> shipped() {
        List<Map<String, Object>> rules = as("auditor", "45")
                .get("/v1/contradiction-rules")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.version == 'CN-MEMBERS-1' }.rules");
        return rules.stream()
                .map(each -> rule(
                        String.valueOf(each.get("field")),
                        String.valueOf(each.get("value")),
                        String.valueOf(each.get("rule")),
                        String.valueOf(each.get("years"))))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String rule(String field, String value, String rule, String years) {
        return "{\"field\":\"%s\",\"value\":\"%s\",\"rule\":\"%s\",\"years\":%s,\"source\":\"桂扶〔2026〕5号\"}"
                .formatted(field, value, rule, years);
    }

    @Test
    void aStudentOf60AndWhoeverIsOlderThanAnybodyAreNamedAlsoInAnImport() {
        County county = Lot.CONTRADICTIONS.county(1);
        put(county, "COLLEGE", 60)
                .statusCode(422)
                .body("code", equalTo("contradictory-facts"))
                .body("errors.code", hasItem("too-old"))
                .body("errors.pointer", hasItem("/members/0/schooling"));
        put(county, "NONE", 146).statusCode(422).body("errors.pointer", hasItem("/members/0/birthDate"));
        put(county, "NONE", -1).statusCode(422).body("errors.code", contains("birth-in-future"));
        put(county, "NONE", 5).statusCode(422).body("errors.code", hasItem("too-young"));
        UUID household = UUID.randomUUID();
        assertThat(imported("households", List.of(People.household(household, county.village(1))))
                        .getInt("inserted"))
                .isEqualTo(1);
        String student = People.member(UUID.randomUUID(), household, "HEAD", People.bornYearsAgo(60))
                .replace("\"schooling\":\"NONE\"", "\"schooling\":\"SENIOR_2\"");
        assertThat(rejections(imported("members", List.of(student)))).containsExactly("1 /schooling too-old");
    }

    @Test
    void anAdministratorLoadsATableThatCountsFromItsDayAndNeverChanges() {
        County county = Lot.CONTRADICTIONS_LOADED.county(1);
        String before =
                put(county, GRADE, 44).statusCode(201).extract().path("id").toString();
        UUID household = UUID.randomUUID();
        List<String> member =
                List.of(People.member(UUID.randomUUID(), household, "HEAD", Lot.CONTRADICTIONS_LOADED.firstPerson()));
        var entered = imported("households", List.of(People.household(household, county.village(1))));
        assertThat(entered.getInt("inserted")).isEqualTo(1);
        assertThat(imported("members", member).getInt("inserted")).isEqualTo(1);
        judgedBy(county, before, "CN-MEMBERS-1");
        judgedBy(county, household.toString(), "CN-MEMBERS-1");
        List<String> rules = shipped();
        rules.removeIf(rule -> rule.contains("\"" + GRADE + "\"") && rule.contains("AGE_AT_MOST"));
        rules.add(rule("SCHOOLING", GRADE, "AGE_AT_MOST", "40"));
        load("county-officer", "GX-MEMBERS-2", "2026-01-01", rules).statusCode(403);
        load("admin", "GX-MEMBERS-9", "2199-01-01", rules).statusCode(201);
        put(county, GRADE, 43).statusCode(201);
        load("admin", "GX-MEMBERS-2", "2026-01-01", rules).statusCode(201).body("rules.size()", equalTo(rules.size()));
        put(county, GRADE, 42)
                .statusCode(422)
                .body("rules", equalTo("GX-MEMBERS-2"))
                .body("errors.code", contains("too-old"));
        assertThat(imported("members", member).getInt("unchanged")).isEqualTo(1);
        judgedBy(county, household.toString(), "GX-MEMBERS-2");
        judgedBy(county, before, "CN-MEMBERS-1");
        load("admin", "GX-MEMBERS-2", "2026-01-01", rules)
                .statusCode(409)
                .body("code", equalTo("contradictions-known"));
        load("admin", "GX-MEMBERS-3", "2026-01-01", List.of(rule("SCHOOLING", "HEAD", "AGE_AT_MOST", "40")))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rules/0/value"));
        load("admin", "GX-MEMBERS-3", "2026-01-01", List.of(rule("WORK", "NONE", "OLDER_THAN_HEAD", "1")))
                .statusCode(422)
                .body("code", equalTo("contradiction-value"));
    }
}
