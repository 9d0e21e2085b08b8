package org.jingzhun.identification.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.junit.jupiter.api.Test;

/** A complete delivery closes what it no longer tells; an increment closes nothing. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class CompleteDeliveryTest {

    private static String row(String number) {
        return "{\"idNumber\":\"%s\",\"fact\":\"县城商品房\",\"effectiveOn\":\"2013-05-01\"}".formatted(number);
    }

    private static JsonPath delivered(County county, String more, String... households) {
        List<String> rows = Arrays.stream(households)
                .map(household -> row(county.idNumber(household)))
                .toList();
        String job = Client.upload("system", county.code(), "kind=asset-records&source=HOUSING" + more, rows);
        return Client.finished("system", county.code(), job);
    }

    private static long flags(County county) {
        return county.screened().getLong("flags");
    }

    @Test
    void whatACompleteDeliveryLeavesOutIsGoneFromItsDayOn() {
        County county = Lot.COMPLETE_DELIVERIES
                .county(1)
                .household("甲", 1, 1, 46)
                .household("乙", 1, 1, 46)
                .household("丙", 1, 1, 46)
                .begun(5, 0);
        delivered(county, "&asOf=2015-06-30", "甲", "乙");
        delivered(county, "&asOf=2015-09-30", "乙");
        delivered(county, "&asOf=2015-11-30&semantics=COMPLETE", "乙");
        county.county()
                .get("/v1/datasets?source=HOUSING")
                .then()
                .body("items.semantics", contains("COMPLETE", "INCREMENT", "INCREMENT"))
                .body("items.closed", contains(1, 0, 0));
        assertThat(flags(county)).isEqualTo(1);
        county.county()
                .get("/v1/flags?campaign=" + county.campaign())
                .then()
                .body("items", hasSize(1))
                .body("items[0].householdId", equalTo(county.household("乙").toString()));

        delivered(county, "&asOf=2016-12-31&semantics=COMPLETE", "丙");
        assertThat(flags(county))
                .as("what was gone a year later was there on the campaign's day")
                .isEqualTo(2);

        delivered(county, "&asOf=2017-06-30", "甲");
        assertThat(flags(county)).as("what is told again stands again").isEqualTo(3);
        assertThat(delivered(county, "&asOf=2014-06-30&semantics=COMPLETE", "丙").getInt("inserted"))
                .isZero();
        assertThat(flags(county))
                .as("an older delivery closes nothing of a younger one")
                .isEqualTo(3);
    }

    @Test
    void aDeliveryIsOfOneKindAndNamesOneThatThereIs() {
        County county = Lot.DELIVERY_KINDS
                .county(1)
                .household("甲", 1, 1, 46)
                .household("乙", 1, 1, 46)
                .begun(5, 0);
        delivered(county, "&asOf=2015-06-30&semantics=COMPLETE", "甲");
        JsonPath rest = delivered(county, "&asOf=2015-06-30", "乙");
        assertThat(Client.rejections("system", county.code(), rest)).containsExactly("1 /idNumber delivery-semantics");
        as("system", county.code())
                .contentType("application/x-ndjson")
                .body(row(county.idNumber("甲")).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=asset-records&source=HOUSING&semantics=WHOLE")
                .then()
                .statusCode(400)
                .body("code", equalTo("import-parameter-invalid"));
    }
}
