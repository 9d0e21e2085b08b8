package org.jingzhun.pairing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.helpplan.Catalogue;
import org.jingzhun.pairing.testing.County;
import org.junit.jupiter.api.Test;

/** A new version of a rule is loaded at run time: what is decided for today is decided by the old one. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class PolicyLoadingTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String HEAD = "version,key,value,valid_from,source\n";

    private final LocalDate today = LocalDate.now(Clocks.SHANGHAI);
    private final County county = new County("450378");
    private final UUID secretary = UUID.randomUUID();

    @Inject
    Catalogue catalogue;

    @Test
    void aRuleThatBeginsTomorrowDoesNotDecideToday() {
        county.hasVillages(1);
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.link(unit, county.village(1)).statusCode(201);
        county.helper(secretary, unit, "ORDINARY", List.of()).statusCode(200);
        county.planner()
                .body(Map.of("kind", "FIRST_SECRETARY", "helperId", secretary, "division", county.village(1)))
                .post("/v1/links")
                .then()
                .statusCode(201);

        LocalDate tomorrow = today.plusDays(1);
        refused(duty(today, 5), 422, "data-row-unreadable", "must begin after today");
        refused(HEAD + "DUTY-NEW,LEAVE_BY_TOWNSHIP,5," + tomorrow + ",Document 7\n", 422, "data-row-unreadable", "too");
        refused(duty(tomorrow, -1), 422, "data-row-unreadable", "negative");
        load(county.planner(), duty(tomorrow, 5)).statusCode(403);
        load(region(), duty(tomorrow, 5)).statusCode(201).body("rows", equalTo(7));
        refused(duty(tomorrow, 6), 409, "data-row-known", "DUTY-NEW");
        region().get("/v1/data-tables/duty")
                .then()
                .statusCode(200)
                .body("rows.findAll { !it.ships }.cells", hasItem(hasItems("DUTY-NEW", "LEAVE_BY_TOWNSHIP", "5")));
        await().atMost(SOON)
                .untilAsserted(
                        () -> county.auditor().get("/v1/policies").then().body("items.version", hasItem("DUTY-NEW")));

        UUID now = leave(today, 4, "DUTY-2016");
        grant(now).statusCode(403).body("code", equalTo("leave-by-county"));
        UUID then = leave(tomorrow.plusDays(4), 4, "DUTY-NEW");
        grant(then).statusCode(200).body("record.state", equalTo("GRANTED"));
        grant(now).statusCode(403).body("code", equalTo("leave-by-county"));
    }

    @Test
    void quotasOfCityUnitsAreLoadedWithThoseOfTheCounty() {
        LocalDate tomorrow = today.plusDays(1);
        StringBuilder csv = new StringBuilder(HEAD);
        for (String level : List.of("", "CITY_", "PROVINCE_", "CENTRAL_")) {
            for (String rank : List.of(
                    "DIVISION_HEAD", "DEPUTY_DIVISION_HEAD", "SECTION_HEAD", "DEPUTY_SECTION_HEAD", "ORDINARY")) {
                csv.append(
                        "QUOTAS-NEW,%s%s,%d,%s,Document 9%n".formatted(level, rank, level.isEmpty() ? 6 : 3, tomorrow));
            }
        }
        quotas(csv.toString().replace("CITY_ORDINARY", "COUNTY_ORDINARY"))
                .statusCode(422)
                .body("code", equalTo("data-row-unreadable"))
                .body("detail", containsString("COUNTY_ORDINARY"));
        quotas(csv.toString()).statusCode(201).body("rows", equalTo(20));
        await().atMost(SOON).untilAsserted(() -> county.auditor()
                .get("/v1/policies")
                .then()
                .body(
                        "items.find { it.version == 'QUOTAS-NEW' }.values.find { it.key == 'CITY_ORDINARY' }.number",
                        equalTo(3)));
    }

    private static ValidatableResponse quotas(String csv) {
        return region().body(Map.of("csv", csv, "source", "Document 9"))
                .post("/v1/data-tables/rank-quotas/rows")
                .then();
    }

    @Test
    void aCatalogueOfACountyIsLoadedAndHoldsFromItsDayOn() {
        LocalDate tomorrow = today.plusDays(1);
        long village = 450379100201L;
        String head = "version,jurisdiction,valid_from,code,chinese,english,causes,source\n";
        Map<String, String> rows = Map.of(
                "csv",
                head + "EIGHT-OWN,450379," + tomorrow + ",BORDER_TRADE,边贸,Border trade,LACK_OF_FUNDS,Document 8\n",
                "source",
                "Document 8");
        region().body(rows).post("/v1/data-tables/help-pathways/rows").then().statusCode(201);
        region().body(Map.of("csv", head + "X,450379," + tomorrow + ",Y,甲,Y,NO_CAUSE,Z\n", "source", "Z"))
                .post("/v1/data-tables/help-pathways/rows")
                .then()
                .statusCode(422)
                .body("code", equalTo("data-row-unreadable"));
        await().atMost(SOON).untilAsserted(() -> assertThat(catalogue.pathways(village, tomorrow))
                .extracting(Catalogue.Entry::code)
                .containsExactly("BORDER_TRADE"));
        assertThat(catalogue.pathways(village, today))
                .extracting(Catalogue.Entry::version)
                .containsOnly("PATHWAYS-2016");
        assertThat(catalogue.pathways(450378100201L, tomorrow))
                .extracting(Catalogue.Entry::version)
                .containsOnly("PATHWAYS-2016");
    }

    private static String duty(LocalDate from, int byTownship) {
        String row = "DUTY-NEW,%s,%d," + from + ",Document 7\n";
        return HEAD
                + row.formatted("DAYS_A_MONTH", 22)
                + row.formatted("LEAVE_BY_TOWNSHIP", byTownship)
                + row.formatted("LEAVE_A_YEAR", 30)
                + row.formatted("NOT_EXCELLENT", 1)
                + row.formatted("BASICALLY_COMPETENT", 2)
                + row.formatted("INCOMPETENT", 3)
                + row.formatted("LOSS_TENTHS", 1);
    }

    private static RequestSpecification region() {
        return County.as("region-officer", "45", "rules@45");
    }

    private static ValidatableResponse load(RequestSpecification person, String csv) {
        return person.body(Map.of("csv", csv, "source", "Document 7"))
                .post("/v1/data-tables/duty/rows")
                .then();
    }

    private static void refused(String csv, int status, String code, String words) {
        load(region(), csv).statusCode(status).body("code", equalTo(code)).body("detail", containsString(words));
    }

    private UUID leave(LocalDate first, int days, String rule) {
        UUID id = UUID.randomUUID();
        given().filter(Contract.filter())
                .auth()
                .oauth2(Tokens.ofHelper(county.code(), secretary.toString()))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id",
                        id,
                        "helperId",
                        secretary,
                        "villageCode",
                        county.village(1),
                        "kind",
                        "LEAVE",
                        "firstOn",
                        first.toString(),
                        "lastOn",
                        first.plusDays(days - 1).toString(),
                        "remark",
                        "Words"))
                .post("/v1/duty-records")
                .then()
                .statusCode(200)
                .body("record.ruleVersion", equalTo(rule));
        return id;
    }

    private ValidatableResponse grant(UUID leave) {
        return County.as("township-officer", county.code() + "100", "township@" + county.code())
                .body(Map.of("step", "GRANT"))
                .post("/v1/duty-records/" + leave + "/steps")
                .then();
    }
}
