package org.jingzhun.identification.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.People;
import org.junit.jupiter.api.Test;

/** What becomes of a match that is none, or that the list excepts. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class FalseMatchTest {

    private static void recorded(County county, String source, String idNumber, String fact) {
        List<String> rows = List.of("""
                {"idNumber":"%s","fact":"%s","effectiveOn":"2014-05-01","value":"45000.00"}""".formatted(idNumber, fact));
        var unused = Client.finished(
                "system",
                county.code(),
                Client.upload("system", county.code(), "kind=asset-records&source=" + source, rows));
    }

    private static String flag(County county, String source) {
        return county.county()
                .get("/v1/flags?campaign=" + county.campaign())
                .then()
                .extract()
                .path("items.find { it.source == '" + source + "' }.id");
    }

    private static ValidatableResponse resolve(County county, String flag, String more) {
        return as("township-officer", county.township())
                .body("{%s,\"reason\":\"二次核查\",\"evidence\":\"调查笔录\"}".formatted(more))
                .post("/v1/flags/" + flag + "/resolution")
                .then();
    }

    private static void corrected(County county, String name, int newPerson) {
        UUID household = county.household(name);
        String member = as("surveyor", county.code())
                .get("/v1/households/" + household)
                .then()
                .extract()
                .path("members[0].id");
        assertThat(imported("members", List.of(People.member(UUID.fromString(member), household, "HEAD", newPerson)))
                        .getInt("updated"))
                .isEqualTo(1);
    }

    @Test
    void aFalseMatchIsNotRaisedAgainInAnyScreeningAndIsCounted() {
        County county = new County("451010", 17500, 1)
                .household("甲", 1, 1, 46)
                .household("乙", 1, 1, 49)
                .begun(5, 0);
        recorded(county, "COMPANY", county.idNumber("甲"), "同名者的小卖部");
        recorded(county, "HOUSING", county.idNumber("乙"), "安置房");
        assertThat(county.screened().getInt("open")).isEqualTo(2);
        String company = flag(county, "COMPANY");
        String housing = flag(county, "HOUSING");
        refusesWhatDoesNotFit(county, housing);
        resolve(county, company, "\"resolution\":\"DISMISSED\",\"ground\":\"FALSE_MATCH\"")
                .statusCode(200)
                .body("ground", equalTo("FALSE_MATCH"));
        resolve(county, housing, "\"resolution\":\"DISMISSED\",\"ground\":\"EXCEPTION\",\"exception\":\"RELOCATION\"")
                .statusCode(200)
                .body("exception", equalTo("RELOCATION"));
        assertThat(county.screened().getInt("found")).isZero();

        County later = county.later(2016).household("丙", 1, 1, 51).begun(5, 0);
        assertThat(later.screened().getInt("found")).isEqualTo(1);
        county.county().get("/v1/flags?campaign=" + later.campaign()).then().body("items.source", contains("HOUSING"));
        county.county()
                .get("/v1/flag-statistics?campaign=" + county.campaign())
                .then()
                .statusCode(200)
                .body("items.source", contains("COMPANY", "HOUSING"))
                .body("items[0].falseMatches", equalTo(1))
                .body("items[0].falseMatchRate", equalTo(100.0f))
                .body("items[1].excepted", equalTo(1))
                .body("items[1].falseMatchRate", equalTo(0.0f));
    }

    private static void refusesWhatDoesNotFit(County county, String housing) {
        resolve(county, housing, "\"resolution\":\"CONFIRMED\",\"ground\":\"FALSE_MATCH\"")
                .statusCode(422)
                .body("code", equalTo("ground-of-confirmation"));
        resolve(county, housing, "\"resolution\":\"DISMISSED\",\"ground\":\"EXCEPTION\"")
                .statusCode(422)
                .body("code", equalTo("exception-without-ground"));
        resolve(
                        county,
                        housing,
                        "\"resolution\":\"DISMISSED\",\"ground\":\"EXCEPTION\",\"exception\":\"SHARES_OF_LAND_OR_LOAN\"")
                .statusCode(422)
                .body("code", equalTo("unknown-exception"))
                .body("detail", containsString("RELOCATION"));
        var file = imported("county-officer", county.code(), "flag-resolutions", List.of("""
                {"flagId":"%s","resolution":"DISMISSED","ground":"EXCEPTION","exception":"BELOW_VALUE","reason":"价值低"}""".formatted(housing)));
        assertThat(file.getInt("rejected")).isEqualTo(1);
        county.county()
                .get("/v1/imports/" + file.getString("importId") + "/rejections")
                .then()
                .body("items.code", contains("unknown-exception"));
    }

    @Test
    void groundsComeByFileAsWell() {
        County county = new County("451012", 17700, 1).household("甲", 1, 1, 46).begun(5, 0);
        recorded(county, "COMPANY", county.idNumber("甲"), "同名者的小卖部");
        assertThat(county.screened().getInt("open")).isEqualTo(1);
        assertThat(imported("county-officer", county.code(), "flag-resolutions", List.of("""
                        {"flagId":"%s","resolution":"DISMISSED","ground":"FALSE_MATCH","reason":"非本人"}""".formatted(
                                        flag(county, "COMPANY"))))
                        .getInt("updated"))
                .isEqualTo(1);
        assertThat(county.later(2016)
                        .household("丙", 1, 1, 51)
                        .begun(5, 0)
                        .screened()
                        .getInt("found"))
                .isZero();
    }

    @Test
    void aCorrectedIdNumberLetsItsOpenFlagLapseAndIsMatchedAnew() {
        County county = new County("451011", 17600, 1)
                .household("甲", 1, 1, 46)
                .household("乙", 1, 1, 49)
                .begun(5, 0);
        recorded(county, "COMPANY", county.idNumber("甲"), "小卖部");
        recorded(county, "COMPANY", county.idNumber("乙"), "小卖部");
        assertThat(county.screened().getInt("open")).isEqualTo(2);
        String dismissed = county.county()
                .get("/v1/flags?household=" + county.household("乙"))
                .then()
                .extract()
                .path("items[0].id");
        resolve(county, dismissed, "\"resolution\":\"DISMISSED\",\"ground\":\"FALSE_MATCH\"")
                .statusCode(200);

        corrected(county, "甲", 17680);
        corrected(county, "乙", 17690);
        recorded(county, "COMPANY", People.number(17690), "小卖部");
        var summary = county.screened();
        assertThat(summary.getInt("lapsed")).isEqualTo(1);
        assertThat(summary.getInt("found"))
                .as("the same words of the right number")
                .isEqualTo(1);
        assertThat(summary.getInt("open")).isEqualTo(1);
        county.county()
                .get("/v1/flags?household=" + county.household("乙"))
                .then()
                .body("items", hasSize(2))
                .body("items.state", containsInAnyOrder("DISMISSED", "OPEN"));
        String lapsed = county.county()
                .get("/v1/flags?state=LAPSED&household=" + county.household("甲"))
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        resolve(county, lapsed, "\"resolution\":\"CONFIRMED\"").statusCode(409).body("code", equalTo("flag-not-open"));
    }
}
