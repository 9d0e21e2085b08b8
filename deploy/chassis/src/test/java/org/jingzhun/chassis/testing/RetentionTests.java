package org.jingzhun.chassis.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jingzhun.chassis.retention.RetentionRule;
import org.junit.jupiter.api.Test;

/** The tests that a service has of its rules of retention: implement this in a {@code @QuarkusTest}. */
public interface RetentionTests {

    /** Name of the service's database. */
    String database();

    private static List<RetentionRule> rules() {
        return given().auth()
                .oauth2(Tokens.of("auditor", "450000"))
                .get("/v1/retention-rules")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items", RetentionRule.class);
    }

    @Test
    default void everyTableIsUnderOneRule() throws SQLException {
        List<RetentionRule> rules = rules();
        Map<String, String> wrong = new TreeMap<>();
        for (String table : Secured.tables(database())) {
            String found = rules.stream()
                    .filter(rule -> rule.covers(table))
                    .map(RetentionRule::data)
                    .collect(Collectors.joining("; "));
            if (found.isEmpty() || found.contains("; ")) {
                wrong.put(table, found);
            }
        }
        assertThat(wrong)
                .as("Tables without a rule or with two: add each to one line of src/main/resources/retention.csv")
                .isEmpty();
    }

    @Test
    default void everyNameOfARuleIsThatOfATable() throws SQLException {
        Set<String> tables = Secured.tables(database());
        Set<String> stray = new TreeSet<>();
        rules().stream().flatMap(rule -> rule.tables().stream()).forEach(name -> {
            var alone =
                    new RetentionRule("", "", List.of(name), org.jingzhun.chassis.retention.Fate.KEPT, null, null, "");
            if (tables.stream().noneMatch(alone::covers)) {
                stray.add(name);
            }
        });
        assertThat(stray).as("Names in retention.csv without a table").isEmpty();
    }
}
