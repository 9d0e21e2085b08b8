package org.jingzhun.identification.veto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.junit.jupiter.api.Test;

/** Lists of vetoes are data: an administrator loads them, and a campaign goes by them. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class LoadedVetoListTest {

    private static String list(String version, String exceptionOf) {
        return """
                {"version":"%s","division":"450000000000","validFrom":"2016-01-01","source":"桂办发〔2016〕1号",\
                "vetoes":[{"code":"CAR","nameZh":"5万元以上小汽车","nameEn":"A car worth 50000 yuan or more",\
                "assetSource":"VEHICLE","leastValue":"50000.00","source":"第3条"},\
                {"code":"IDLE","nameZh":"好吃懒做","nameEn":"Idle","source":"第4条"}],\
                "exceptions":[{"code":"CHEAP","veto":"%s","rule":"BELOW_VALUE","nameZh":"不足5万元",\
                "nameEn":"Worth less","source":"第3条"}]}""".formatted(version, exceptionOf);
    }

    private static ValidatableResponse load(String role, String area, String body) {
        return as(role, area).body(body).post("/v1/veto-lists").then();
    }

    @Test
    void theShippedListIsThereWithItsEightVetoesAndTheirExceptions() {
        as("surveyor", "451031")
                .get("/v1/veto-lists/GX-2015")
                .then()
                .statusCode(200)
                .body("vetoes", hasSize(8))
                .body("vetoes.find { it.code == 'VEHICLE' }.leastValue", equalTo("30000.00"))
                .body("vetoes.find { it.code == 'IDLE' }.assetSource", nullValue())
                .body("exceptions.rule", hasItem("AFTER_REGISTRATION"));
        as("surveyor", "451031").get("/v1/veto-lists/GX-1999").then().statusCode(404);
    }

    @Test
    void anAdministratorLoadsAListByWhichACampaignScreens() {
        load("admin", "45", list("GX-LOADED-1", "CAR"))
                .statusCode(201)
                .body("mark", equalTo("LOCAL"))
                .body("vetoes.mark", contains("LOCAL", "LOCAL"));
        load("admin", "45", list("GX-LOADED-1", "CAR")).statusCode(409).body("code", equalTo("standard-exists"));
        County county = new County("451016", 14900, 1)
                .household("甲", 1, 1, 46)
                .household("乙", 1, 1, 49)
                .begunBy("GX-LOADED-1");
        List<String> rows = List.of("""
                {"idNumber":"%s","fact":"五菱","effectiveOn":"2014-05-01","value":"45000.00"}""".formatted(county.idNumber("甲")), """
                {"idNumber":"%s","fact":"奥迪","effectiveOn":"2014-05-01","value":"245000.00"}""".formatted(county.idNumber("乙")));
        var unused = Client.finished(
                "system",
                county.code(),
                Client.upload("system", county.code(), "kind=asset-records&source=VEHICLE", rows));
        assertThat(county.screened().getInt("found")).isEqualTo(2);
        county.county()
                .get("/v1/flags?state=NOTED&campaign=" + county.campaign())
                .then()
                .body("items.exception", contains("CHEAP"))
                .body("items.veto", contains("CAR"))
                .body("items.vetoList", contains("GX-LOADED-1"));
        county.county()
                .get("/v1/flags?state=OPEN&campaign=" + county.campaign())
                .then()
                .body("items.fact", contains("奥迪"));
    }

    @Test
    void aListMustBeUnambiguousAndOfTheOwnDivision() {
        load("admin", "45", list("GX-LOADED-2", "NO_SUCH_VETO")).statusCode(400);
        load("admin", "45", list("GX-LOADED-2", "CAR").replace("\"code\":\"IDLE\"", "\"code\":\"CAR\""))
                .statusCode(400);
        load("admin", "45", list("GX-LOADED-2", "CAR").replace("50000.00", "50000.001"))
                .statusCode(400);
        load("admin", "46", list("GX-LOADED-2", "CAR")).statusCode(422).body("code", equalTo("division-not-yours"));
        load("county-officer", "451031", list("GX-LOADED-2", "CAR")).statusCode(403);
    }
}
