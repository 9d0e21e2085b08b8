package org.jingzhun.identification.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.junit.jupiter.api.Test;

/** What administrators load without a build: official figures in bulk, multidimensional measures in versions. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class LoadedStatisticsTest {

    private static String figure(int year, int persons, String incidence) {
        return """
                {"division":"451097000000","year":%d,"asOf":"%d-12-31","persons":%d,"incidencePercent":"%s",\
                "denominator":"农业户籍人口","issuer":"统计局","source":"统计公报%d","mark":"SOURCED"}""".formatted(year, year, persons, incidence, year);
    }

    @Test
    void officialFiguresComeInBulkAndTheSameSourceCorrectsItsOwn() {
        List<String> rows = List.of(
                figure(2016, 60000, "17.90"),
                figure(2016, 50000, "14.90").replace("统计公报", "快报"),
                figure(2016, 40000, "118.00").replace("统计公报", "年鉴"),
                figure(2016, 30000, "9.10")
                        .replace("\"persons\":30000,\"incidencePercent\":\"9.10\",", "")
                        .replace("统计公报", "月报"),
                figure(2016, 100, "0.30").replace("451097", "511090"),
                figure(2016, 60001, "17.90"));
        var kept = imported("admin", "45", "official-figures", rows);
        assertThat(kept.getInt("inserted")).isEqualTo(2);
        assertThat(rejections("admin", "45", kept))
                .anyMatch(each -> each.equals("3 /incidencePercent more-than-all"))
                .anyMatch(each -> each.equals("4 /persons figure-empty"))
                .anyMatch(each -> each.startsWith("5 /division"))
                .anyMatch(each -> each.equals("6 /source repeated-row"));
        assertThat(imported("admin", "45", "official-figures", rows.subList(0, 2))
                        .getInt("unchanged"))
                .isEqualTo(2);
        assertThat(imported("admin", "45", "official-figures", List.of(figure(2016, 61000, "17.90")))
                        .getInt("updated"))
                .isEqualTo(1);
        String other = figure(2016, 58000, "17.20").replace("统计公报", "扶贫办通报");
        assertThat(imported("admin", "45", "official-figures", List.of(other)).getInt("inserted"))
                .isEqualTo(1);
        as("auditor", "451097")
                .get("/v1/official-figures?division=451097&year=2016")
                .then()
                .statusCode(200)
                .body("items.persons", hasItems(61000, 58000, 50000))
                .body("items.find { it.persons == 61000 }.revision", equalTo(2));
        as("admin", "45")
                .contentType("application/x-ndjson")
                .body((figure(2016, 1, "1.00") + "\n" + figure(2017, 1, "1.00")).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=official-figures")
                .then()
                .statusCode(400)
                .body("code", equalTo("import-years-mixed"))
                .body("line", equalTo(2));
        as("county-officer", "451097")
                .contentType("application/x-ndjson")
                .body(figure(2016, 1, "1.00").getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=official-figures")
                .then()
                .statusCode(403);
    }

    @Test
    void anotherMeasureIsLoadedWithoutABuildAndNeverChanges() {
        County county = new County("451047", 15900, 1).household("甲", 1, 2, 46).begun(5, 0);
        String statistics = "/v1/statistics/multidimensional?year=2015&division=" + county.code();
        county.county().get(statistics).then().statusCode(200).body("measure", equalTo("GX-MPI-1"));
        String body = """
                {"version":"LL-MPI-9","division":"451047000000","validFromYear":2015,"cutoff":1,"source":"县办〔2015〕9号",\
                "indicators":[{"code":"HOUSING","dimension":"LIVING","weight":1,"nameZh":"住房","nameEn":"Housing",\
                "deprived":["C01-01"],"source":"县办〔2015〕9号"},{"code":"HEALTH","dimension":"HEALTH","weight":1,\
                "nameZh":"健康","nameEn":"Health","deprived":["C10-01"],"source":"县办〔2015〕9号"}]}""";
        as("admin", "45")
                .body(body.replace("\"cutoff\":1", "\"cutoff\":3"))
                .post(MEASURES)
                .then()
                .statusCode(400);
        as("admin", "45")
                .body(body.replace("C10-01", "car"))
                .post(MEASURES)
                .then()
                .statusCode(400);
        as("county-officer", county.code()).body(body).post(MEASURES).then().statusCode(403);
        as("admin", "4511")
                .body(body)
                .post(MEASURES)
                .then()
                .statusCode(422)
                .body("code", equalTo("division-not-yours"));
        as("admin", "45").body(body).post(MEASURES).then().statusCode(201).body("mark", equalTo("LOCAL"));
        as("admin", "45").body(body).post(MEASURES).then().statusCode(409).body("code", equalTo("standard-exists"));
        as("visitor", "45")
                .get(MEASURES)
                .then()
                .statusCode(200)
                .body("items.version", hasItem("GX-MPI-1"))
                .body("items.find { it.version == 'LL-MPI-9' }.indicators.code", contains("HOUSING", "HEALTH"));

        county.county()
                .get(statistics)
                .then()
                .statusCode(200)
                .body("measure", equalTo("LL-MPI-9"))
                .body("rows[0].headcountRatio.toDouble()", closeTo(1, 1e-9))
                .body("rows[0].adjustedHeadcountRatio.toDouble()", closeTo(0.5, 1e-9));
        county.county().get(statistics + "&measure=GX-MPI-1").then().body("measure", equalTo("GX-MPI-1"));
        county.county()
                .get(statistics + "&measure=NONE-1")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-measure"));
    }

    private static final String MEASURES = "/v1/multidimensional-measures";
}
