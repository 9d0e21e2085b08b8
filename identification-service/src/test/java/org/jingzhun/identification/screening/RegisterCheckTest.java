package org.jingzhun.identification.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
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
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** Whether those on the register are there wrongly, by the day of their registration. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class RegisterCheckTest {

    private static void recorded(County county, String source, String name, LocalDate effectiveOn) {
        List<String> rows = List.of("""
                {"idNumber":"%s","fact":"%s","effectiveOn":"%s","value":"45000.00"}""".formatted(county.idNumber(name), source, effectiveOn));
        var unused = Client.finished(
                "system",
                county.code(),
                Client.upload("system", county.code(), "kind=asset-records&source=" + source, rows));
    }

    private static ValidatableResponse order(County county, String code, String list) {
        return county.county()
                .body("{\"county\":\"%s\",\"vetoList\":\"%s\"}".formatted(code, list))
                .post("/v1/register-screenings")
                .then();
    }

    private static JsonPath checked(County county) {
        String job = order(county, county.code() + "000000", "GX-2015")
                .statusCode(202)
                .extract()
                .path("id");
        return Client.finished("county-officer", county.code(), job);
    }

    private static void staysPoor(County county, String name) {
        county.county().get("/v1/register/" + county.household(name)).then().body("entry.status", equalTo("POOR"));
        county.county()
                .get("/v1/register-transitions?household=" + county.household(name))
                .then()
                .body("items", empty());
    }

    @Test
    void aFactBeforeTheRegistrationIsCheckedALaterOneIsOnlyNotedAndNobodyIsRemoved() {
        County county = Registered.register(
                new County("451013", 17800, 1)
                        .household("甲", 1, 1, 46)
                        .household("乙", 1, 1, 46)
                        .household("丙", 1, 1, 46)
                        .household("丁", 1, 4, 57),
                1,
                3);
        LocalDate later = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(2);
        recorded(county, "VEHICLE", "甲", LocalDate.of(2014, 5, 1));
        recorded(county, "VEHICLE", "乙", later);
        recorded(county, "PAYROLL", "丙", later);
        recorded(county, "VEHICLE", "丁", LocalDate.of(2014, 5, 1));
        JsonPath summary = checked(county);
        assertThat(summary.getInt("found")).isEqualTo(3);
        assertThat(summary.getInt("open")).isEqualTo(1);
        assertThat(summary.getInt("noted")).isEqualTo(2);
        String flag = county.county()
                .get("/v1/flags?purpose=REGISTER&state=OPEN")
                .then()
                .statusCode(200)
                .body("items.householdId", contains(county.household("甲").toString()))
                .body("items[0].registeredOn", notNullValue())
                .body("items[0].campaignId", nullValue())
                .extract()
                .path("items[0].id");
        county.county()
                .get("/v1/flags?purpose=REGISTER&state=NOTED")
                .then()
                .body("items.exception", containsInAnyOrder("BOUGHT_FOR_EXIT", "BECAME_OFFICIAL"));
        county.county().get("/v1/flags?purpose=IDENTIFICATION").then().body("items", empty());
        staysPoor(county, "甲");
        as("township-officer", county.township())
                .body("{\"resolution\":\"CONFIRMED\",\"reason\":\"登记前已购车\",\"evidence\":\"登记证书\"}")
                .post("/v1/flags/" + flag + "/resolution")
                .then()
                .statusCode(200);
        staysPoor(county, "甲");
        assertThat(checked(county).getInt("found")).as("the same facts again").isZero();
        county.county()
                .get("/v1/screenings?county=" + county.code() + "000000")
                .then()
                .body("items[0].purpose", equalTo("REGISTER"))
                .body("items[0].found", equalTo(0));
    }

    @Test
    void aMatchRulesNobodyOutBeforeItIsConfirmed() {
        County county = new County("451014", 17900, 1).household("甲", 1, 1, 46).begun(5, 0);
        recorded(county, "VEHICLE", "甲", LocalDate.of(2014, 5, 1));
        assertThat(county.screened().getInt("open")).isEqualTo(1);
        county.county()
                .get("/v1/rounds/" + county.round(1) + "/candidates")
                .then()
                .body("items[0].vetoes", empty())
                .body("items[0].decision", org.hamcrest.Matchers.not("VETOED"));
    }

    @Test
    void onlyTheWholeCountyIsCheckedByAListThatThereIs() {
        County county = new County("451015", 14800, 1);
        order(county, "451031000000", "GX-2015").statusCode(403).body("code", equalTo("county-required"));
        order(county, county.township() + "000", "GX-2015").statusCode(422).body("code", equalTo("unknown-county"));
        order(county, county.code() + "000000", "GX-1999").statusCode(422).body("code", equalTo("unknown-veto-list"));
        as("county-officer", county.township())
                .body("{\"county\":\"%s000000\",\"vetoList\":\"GX-2015\"}".formatted(county.code()))
                .post("/v1/register-screenings")
                .then()
                .statusCode(403);
    }
}
