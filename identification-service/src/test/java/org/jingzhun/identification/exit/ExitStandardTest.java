package org.jingzhun.identification.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.jingzhun.chassis.testing.PlatformResource;
import org.junit.jupiter.api.Test;

/** Standards of exit and lines of income are loaded in versions. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ExitStandardTest {

    /** 八有一超、十一有一低于、四通五有、九有一低于: the texts that were not found are marked so. */
    @Test
    void theStandardsOf2016To2018ShipForHouseholdsVillagesAndCountiesWithTheirMarks() {
        JsonPath standards = as("visitor", "45")
                .get("/v1/exit-standards")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        for (String year : List.of("2016", "2017", "2018")) {
            ships(standards, "GX-" + year + "-HOUSEHOLD", 9, "PUBLIC");
            ships(standards, "GX-" + year + "-VILLAGE", 12, "PUBLIC");
            ships(standards, "GX-" + year + "-COUNTY", 10, year.equals("2017") ? "PUBLIC" : "UNVERIFIED");
            ships(standards, "GX-" + year + "-COUNTY-2", 13, year.equals("2017") ? "PUBLIC" : "UNVERIFIED");
            assertThat(standards.getString(
                            "items.find { it.version == 'GX-%s-COUNTY-2' }.criteria.find { it.code == 'WRONG_EXIT' }.mark"
                                    .formatted(year)))
                    .isEqualTo("UNVERIFIED");
        }
        ships(standards, "LL-2016-VILLAGE-4C5H", 9, "PUBLIC");
        assertThat(standards.getList("items.findAll { !it.byDefault }.version")).contains("LL-2016-VILLAGE-4C5H");
    }

    private static void ships(JsonPath standards, String version, int criteria, String mark) {
        String found = "items.find { it.version == '" + version + "' }";
        assertThat(standards.getList(found + ".criteria")).as(version).hasSize(criteria);
        assertThat(standards.getString(found + ".mark")).as(version).isEqualTo(mark);
        assertThat(standards.getList(found + ".criteria.source")).as(version).doesNotContainNull();
    }

    @Test
    void theRegionLoadsANewVersionOfAStandardAndNoneEverChanges() {
        String version = "GX-2031-HOUSEHOLD";
        String body = """
                {"version":"%s","subject":"HOUSEHOLD","division":"450000000000","validFromYear":2031,"byDefault":true,\
                "nameZh":"新标准","nameEn":"New standard","source":"桂扶领发〔2031〕1号","criteria":[{"code":"INCOME",\
                "nameZh":"收入","nameEn":"Income","weight":"DECISIVE","comparison":"ABOVE_LINE","source":"桂扶领发〔2031〕1号"}]}""".formatted(version);
        as("region-officer", "45")
                .body(body.replace("\"weight\":\"DECISIVE\"", "\"weight\":\"REFERENCE\""))
                .post("/v1/exit-standards")
                .then()
                .statusCode(400);
        as("region-officer", "45").body(body).post("/v1/exit-standards").then().statusCode(201);
        as("region-officer", "45")
                .body(body)
                .post("/v1/exit-standards")
                .then()
                .statusCode(409)
                .body("code", equalTo("standard-exists"));
        as("region-officer", "51")
                .body(body.replace("2031", "2032"))
                .post("/v1/exit-standards")
                .then()
                .statusCode(422)
                .body("code", equalTo("division-not-yours"));
        as("visitor", "45")
                .get("/v1/exit-standards?subject=HOUSEHOLD")
                .then()
                .statusCode(200)
                .body("items.version", hasItem(version))
                .body(
                        "items.find { it.version == 'GX-2018-HOUSEHOLD' }.criteria.find { it.code == 'ROAD' }.weight",
                        equalTo("REFERENCE"));
        as("county-officer", "451031")
                .body("""
                        {"purpose":"EXIT","year":2031,"division":"451031000000","perHead":"9000.00","issuer":"县",\
                        "source":"隆政发〔2031〕1号"}""")
                .post("/v1/poverty-lines")
                .then()
                .statusCode(201);
        as("visitor", "45")
                .get("/v1/poverty-lines?purpose=EXIT&year=2031")
                .then()
                .body("items.perHead", contains("9000.00"))
                .body("items.mark", contains("LOCAL"));
    }
}
