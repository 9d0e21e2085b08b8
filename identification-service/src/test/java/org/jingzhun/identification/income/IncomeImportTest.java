package org.jingzhun.identification.income;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.finished;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;
import static org.jingzhun.identification.testing.Client.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incomes of many households in one file. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class IncomeImportTest {

    private static final String TOWNSHIP = "451031392";
    private static int nextPerson = 20500;

    private final UUID household = UUID.randomUUID();

    @BeforeEach
    void aHouseholdOfTwo() {
        Places.known(TOWNSHIP, 1);
        imported("households", List.of(People.household(household, Places.village(TOWNSHIP, 1))));
        imported(
                "members",
                List.of(
                        People.member(UUID.randomUUID(), household, "HEAD", nextPerson++),
                        People.member(UUID.randomUUID(), household, "SON", nextPerson++)));
    }

    private String row(UUID id, UUID of, String more) {
        return """
                {"id":"%s","householdId":"%s","from":"2018-01-01","to":"2018-12-31","statedBy":"户主",\
                "lines":[{"item":"A50-1","amount":"9000.00"},{"item":"A50-4-2","amount":"1320.00"},\
                {"item":"A51-1","amount":"500.01"}]%s}""".formatted(id, of, more);
    }

    @Test
    void aFileIsComputedAsSingleIncomesAreAndTheSameAgainChangesNothing() {
        UUID id = UUID.randomUUID();
        assertThat(imported("incomes", List.of(row(id, household, ""))).getInt("inserted"))
                .isEqualTo(1);
        assertThat(imported("incomes", List.of(row(id, household, ""))).getInt("unchanged"))
                .isEqualTo(1);
        as("auditor", TOWNSHIP)
                .get("/v1/incomes/" + id + "/proof")
                .then()
                .statusCode(200)
                .body("rules", equalTo("GX-2017"))
                .body("storedNet", equalTo("8499.99"))
                .body("storedPerHead", equalTo("4249.99"))
                .body("agrees", is(true));
        UUID correction = UUID.randomUUID();
        String corrected =
                row(correction, household, ",\"corrects\":\"%s\"".formatted(id)).replace("9000.00", "9100.00");
        assertThat(imported("incomes", List.of(corrected)).getInt("inserted")).isEqualTo(1);
        assertThat(imported("incomes", List.of(corrected)).getInt("unchanged")).isEqualTo(1);
        as("auditor", TOWNSHIP)
                .get("/v1/households/" + household + "/incomes")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.find { it.id == '%s' }.correctedBy".formatted(id), equalTo(correction.toString()))
                .body("items.find { it.id == '%s' }.net".formatted(correction), notNullValue());
    }

    @Test
    void aTableIsReadToo() {
        UUID id = UUID.randomUUID();
        String job = as("system", "45")
                .contentType("text/csv")
                .body("""
                        id,householdId,from,to,statedBy,lines
                        %s,%s,2018-01-01,2018-12-31,户主,A50-1:9000.00 A51-1:500
                        """.formatted(id, household).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=incomes")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(finished("system", "45", job).getInt("inserted")).isEqualTo(1);
        as("auditor", TOWNSHIP)
                .get("/v1/incomes/" + id)
                .then()
                .body("net", equalTo("8500.00"))
                .body("contributions.item", contains("A50-1", "A51-1"));
    }

    @Test
    void aFileIsOfOneYearAlsoWhenItDoesNotSayWhich() {
        String first = row(UUID.randomUUID(), household, "");
        String later = row(UUID.randomUUID(), household, "").replace("2018-", "2019-");
        refused("", first + "\n" + later, "import-years-mixed")
                .body("line", equalTo(2))
                .body(
                        "detail",
                        equalTo("The field to in line 2 is of the year 2019, but the lines before are of 2018. Send the"
                                + " rows of each year by themselves. Nothing was imported."));
        refused("&year=2018", first + "\n" + later, "import-year-wrong").body("line", equalTo(2));
        refused("&year=2019", first, "import-year-wrong").body("line", equalTo(1));
        as("auditor", TOWNSHIP)
                .get("/v1/households/" + household + "/incomes")
                .then()
                .body("items", hasSize(0));
        String job = upload("system", "45", "kind=incomes&year=2018", List.of(first));
        assertThat(finished("system", "45", job).getInt("inserted")).isEqualTo(1);
        assertThat(imported("incomes", List.of(later)).getInt("inserted")).isEqualTo(1);
    }

    private static ValidatableResponse refused(String year, String rows, String code) {
        return as("system", "45")
                .contentType("application/x-ndjson")
                .body(rows.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=incomes" + year)
                .then()
                .statusCode(400)
                .body("code", equalTo(code));
    }

    @Test
    void rowsThatCannotBeAreSetAside() {
        UUID empty = UUID.randomUUID();
        imported("households", List.of(People.household(empty, Places.village(TOWNSHIP, 1))));
        UUID known = UUID.randomUUID();
        assertThat(imported("incomes", List.of(row(known, household, ""))).getInt("inserted"))
                .isEqualTo(1);
        List<String> rows = List.of(
                row(UUID.randomUUID(), household, ""),
                row(known, household, ",\"evidence\":\"工资条\""),
                row(UUID.randomUUID(), UUID.randomUUID(), ""),
                row(UUID.randomUUID(), empty, ""),
                row(UUID.randomUUID(), household, "").replace("A50-1\"", "A99\""),
                row(UUID.randomUUID(), household, "").replace("A51-1", "A50-1"),
                row(UUID.randomUUID(), household, "").replace("9000.00", "-1.00"),
                row(UUID.randomUUID(), household, "").replace("\"from\":\"2018", "\"from\":\"2015"),
                row(UUID.randomUUID(), household, ",\"rules\":\"XX-1\""),
                row(UUID.randomUUID(), household, "").replaceFirst("\\[.*]", "[]"),
                row(UUID.randomUUID(), household, ",\"corrects\":\"%s\"".formatted(UUID.randomUUID()))
                        .replace("2018-12-31", "2018-06-30"));
        assertThat(rejections(imported("incomes", rows)))
                .containsExactlyInAnyOrder(
                        "1 /householdId income-recorded",
                        "2 /householdId repeated-row",
                        "3 /householdId unknown-household",
                        "4 /householdId nobody-in-household",
                        "5 /lines unknown-income-item",
                        "6 /lines repeated-income-item",
                        "7 /lines not-money",
                        "8 /to income-period",
                        "9 /rules no-income-rules",
                        "10 /lines income-lines-format",
                        "11 /corrects income-not-correctable");
        assertThat(rejections(imported("incomes", List.of(row(known, household, ",\"evidence\":\"工资条\"")))))
                .containsExactly("1 /id id-taken");
    }
}
