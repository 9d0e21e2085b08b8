package org.jingzhun.funding;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.jingzhun.funding.testing.Projects;
import org.junit.jupiter.api.Test;

/** Another system puts things under ids of its own: new the first time, and described anew by who has seen them. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class OwnIdTest {

    private static final County COUNTY = new County("450747");

    @Test
    void whatIsPutIsNewOnceAndThenDescribedAnew() {
        Neighbour.settle(COUNTY, 4);
        String place = COUNTY.code() + "000000";
        put("sources", Map.of("level", "CENTRAL", "kind", "SPECIAL_FUND", "name", "资金 450747"), "name", "资金 450747（二）");
        put(
                "funds",
                Map.of(
                        "division",
                        place,
                        "foundedOn",
                        "2016-01-01",
                        "kind",
                        "COLLECTIVE_STARTUP",
                        "documentNumber",
                        "文1",
                        "name",
                        "集体经济"),
                "name",
                "集体经济（二）");
        put(
                "factor-tables",
                Map.of(
                        "division",
                        place,
                        "unit",
                        "元",
                        "year",
                        2015,
                        "documentNumber",
                        "统计公报2015",
                        "name",
                        "人均可支配收入",
                        "issuedOn",
                        "2016-02-01"),
                "documentNumber",
                "统计公报2015（二）");
        String source = COUNTY.source("县级财政专项扶贫资金 450747");
        COUNTY.budget(source, "1000.00", "文1");
        put(
                "allocation-plans",
                Map.of("source", source, "year", 2016, "amount", "100.00", "mode", "FACTOR", "parameters", Map.of()),
                "amount",
                "90.00");
        put(() -> Projects.village(COUNTY), "projects", Projects.body(COUNTY, "100.00"), "place", "乙屯");
    }

    private static void put(String things, Map<String, Object> body, String field, String other) {
        put(COUNTY::author, things, body, field, other);
    }

    private static void put(
            Supplier<RequestSpecification> who, String things, Map<String, Object> body, String field, String other) {
        String path = "/v1/" + things + "/" + UUID.randomUUID();
        String tag = who.get()
                .body(body)
                .put(path)
                .then()
                .statusCode(201)
                .header("Location", endsWith(path))
                .body(field, equalTo(body.get(field)))
                .extract()
                .header("ETag");
        Map<String, Object> anew = new HashMap<>(body);
        anew.put(field, other);
        who.get()
                .header("If-Match", tag)
                .body(anew)
                .put(path)
                .then()
                .statusCode(200)
                .body(field, equalTo(other));
        who.get().header("If-Match", tag).body(anew).put(path).then().statusCode(412);
    }
}
