package org.jingzhun.identification.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.People;
import org.junit.jupiter.api.Test;

/** What departments deliver, how old it is and whom it covers. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class DatasetTest {

    private static JsonPath delivered(County county, String source, String more, String... idNumbers) {
        List<String> rows = List.of(idNumbers).stream()
                .map(number ->
                        "{\"idNumber\":\"%s\",\"fact\":\"县城商品房\",\"effectiveOn\":\"2013-05-01\"}".formatted(number))
                .toList();
        String query = "kind=asset-records&source=" + source + more;
        return Client.finished("system", county.code(), Client.upload("system", county.code(), query, rows));
    }

    private static ValidatableResponse screen(County county) {
        return county.county()
                .post("/v1/campaigns/" + county.campaign() + "/screening")
                .then();
    }

    private static void limits(County county, String more) {
        as("region-officer", "45")
                .body("""
                        {"division":"%s000000","year":2015,"warnAgeDays":10,"warnCoveragePercent":100,%s,\
                        "source":"桂扶领发〔2015〕7号"}""".formatted(county.code(), more))
                .post("/v1/screening-policies")
                .then()
                .statusCode(201)
                .body("mark", equalTo("LOCAL"));
    }

    @Test
    void aDeliveryIsListedWithItsFreshnessAndCoverage() {
        County county = new County("451060", 17000, 2)
                .household("甲", 1, 3, 46)
                .household("乙", 2, 1, 49)
                .begun(5, 0);
        String query = "&asOf=2015-11-30&periodFrom=2010-01-01&periodTo=2015-11-30&divisions=" + county.village(1);
        String stranger = People.number(17090);
        assertThat(delivered(county, "HOUSING", query, county.idNumber("甲"), stranger)
                        .getInt("inserted"))
                .isEqualTo(2);
        assertThat(delivered(county, "HOUSING", query, county.idNumber("甲"), stranger)
                        .getInt("unchanged"))
                .isEqualTo(2);
        county.county()
                .get("/v1/datasets?source=HOUSING")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].asOf", equalTo("2015-11-30"))
                .body("items[0].ageDays", greaterThan(3000))
                .body("items[0].periodFrom", equalTo("2010-01-01"))
                .body("items[0].divisions", contains(county.village(1)))
                .body("items[0].records", equalTo(2))
                .body("items[0].matched", equalTo(1))
                .body("items[0].villages", equalTo(2))
                .body("items[0].villageCoverage", equalTo(50.0f))
                .body("items[0].personCoverage", equalTo(75.0f));
        as("township-officer", county.village(1))
                .get("/v1/datasets?source=HOUSING")
                .then()
                .body("items[0].personCoverage", equalTo(100.0f));
        as("county-officer", "451003")
                .get("/v1/datasets?source=HOUSING")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void aDeliveryOfNoDayOrOfAnotherPlaceIsRefused() {
        County county = new County("451004", 17100, 1);
        String tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(2).toString();
        for (String wrong : List.of(
                "&asOf=yesterday",
                "&asOf=" + tomorrow,
                "&periodFrom=2015-02-01&periodTo=2015-01-01",
                "&divisions=451005",
                "&divisions=" + county.village(1) + ",")) {
            as("system", county.code())
                    .contentType("application/x-ndjson")
                    .body("{}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .post("/v1/imports?kind=asset-records&source=HOUSING" + wrong)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("import-parameter-invalid"));
        }
    }

    @Test
    void aScreeningSaysWhichDeliveriesItUsedAndWarnsOfWhatTheyLack() {
        County county = new County("451006", 17200, 2)
                .household("甲", 1, 3, 46)
                .household("乙", 2, 1, 49)
                .begun(5, 0);
        JsonPath without = county.screened();
        assertThat(without.getList("warnings.HOUSING", String.class)).containsExactly("MISSING");
        var unused =
                delivered(county, "HOUSING", "&asOf=2015-06-01&divisions=" + county.village(1), county.idNumber("甲"));
        assertThat(county.screened().getList("warnings.HOUSING", String.class))
                .containsExactly("STALE", "NOT_COVERING");
        unused = delivered(county, "HOUSING", "&asOf=2015-11-20", county.idNumber("乙"));
        JsonPath good = county.screened();
        assertThat(good.getMap("warnings").containsKey("HOUSING")).isFalse();
        String id = good.getString("screeningId");
        county.county()
                .get("/v1/screenings?campaign=" + county.campaign())
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].id", equalTo(id))
                .body("items[0].purpose", equalTo("IDENTIFICATION"))
                .body("items[0].day", equalTo("2015-12-01"));
        county.county()
                .get("/v1/screenings/" + id)
                .then()
                .body("sources.find { it.source == 'HOUSING' }.datasets", hasSize(2))
                .body("sources.find { it.source == 'HOUSING' }.ageDays", equalTo(11))
                .body("sources.find { it.source == 'HOUSING' }.coverage", equalTo(100.0f));
        county.county()
                .get("/v1/flags?campaign=" + county.campaign())
                .then()
                .body("items", hasSize(2))
                .body("items.datasetId", not(hasItem(equalTo(null))));
        as("county-officer", "451005").get("/v1/screenings/" + id).then().statusCode(404);
    }

    @Test
    void whatThePolicyForbidsIsRefused() {
        County county = new County("451007", 17300, 2)
                .household("甲", 1, 3, 46)
                .household("乙", 2, 1, 49)
                .begun(5, 0);
        for (String source : List.of("VEHICLE", "COMPANY", "PAYROLL")) {
            var unused = delivered(county, source, "&asOf=2015-11-30", People.number(17390));
        }
        var unused =
                delivered(county, "HOUSING", "&asOf=2015-11-30&divisions=" + county.village(1), People.number(17390));
        limits(county, "\"refuseCoveragePercent\":90");
        screen(county)
                .statusCode(409)
                .body("code", equalTo("datasets-insufficient"))
                .body("shortcomings", contains("HOUSING NOT_COVERING"));
        limits(county, "\"refuseCoveragePercent\":75");
        assertThat(county.screened().getList("warnings.HOUSING", String.class)).containsExactly("NOT_COVERING");
    }

    @Test
    void dataThatAreTooOldForThePolicyAreRefused() {
        County county = new County("451008", 17400, 1).household("甲", 1, 3, 46).begun(5, 0);
        var unused = delivered(county, "HOUSING", "&asOf=2015-10-31", county.idNumber("甲"));
        limits(county, "\"refuseAgeDays\":30");
        screen(county).statusCode(409).body("shortcomings", hasItem("HOUSING STALE"));
        limits(county, "\"refuseAgeDays\":null");
        assertThat(county.screened().getInt("open")).isEqualTo(1);
    }

    @Test
    void aPolicyIsGradedAndSetByTheRegion() {
        String body = """
                {"division":"451009000000","warnAgeDays":10,"refuseAgeDays":%d,"warnCoveragePercent":90,\
                "source":"桂扶领发〔2015〕7号"}""";
        as("admin", "45")
                .body(body.formatted(9))
                .post("/v1/screening-policies")
                .then()
                .statusCode(400);
        as("admin", "46")
                .body(body.formatted(20))
                .post("/v1/screening-policies")
                .then()
                .statusCode(422)
                .body("code", equalTo("division-not-yours"));
        as("admin", "45")
                .body(body.formatted(20))
                .post("/v1/screening-policies")
                .then()
                .statusCode(201);
        as("surveyor", "451009")
                .get("/v1/screening-policies")
                .then()
                .body("items.find { it.division == '451009000000' }.refuseAgeDays", equalTo(20))
                .body("items.find { it.division == '000000000000' }.mark", equalTo("ASSUMPTION"));
    }
}
