package org.jingzhun.funding.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Public;
import org.junit.jupiter.api.Test;

/** Donations are announced with purpose and use: over HTTP, read without a token. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class DonationDisclosureStoryTest {

    @Test
    void aDonationIsAnnouncedWithItsPurposeAndItsUseAndItsPageNeedsNoToken() throws Exception {
        var county = new County("450388");
        String hidden = donate(county, Map.of("donorKind", "PERSON", "donorName", "王小明", "nameHidden", true));
        String open = donate(county, Map.of("donorKind", "PERSON", "donorName", "赵大海", "nameHidden", false));
        String goods = donate(
                county,
                Map.of(
                        "donorKind",
                        "ORGANISATION",
                        "donorName",
                        "某某公司",
                        "form",
                        "GOODS",
                        "goods",
                        "棉被100床",
                        "amount",
                        "8000.00"));
        var planned = Public.newest(county.code(), "DONATION");
        var page = Public.page(planned, List.of());
        assertThat(page.getString("summary.title")).isEqualTo("捐赠 450388-00000003：资助贫困学生");
        assertThat(page.getString("content.rows[0].label")).isEqualTo("物资：棉被100床，某某公司");
        for (var person : Map.of(hidden, "王小明", open, "赵大海").entrySet()) {
            var id = Public.newestAbout(person.getKey(), county.code(), "DONATION");
            assertThat(Public.page(id, List.of(person.getValue())).getString("content.rows[0].receiver"))
                    .isEqualTo(person.getValue().charAt(0) + "**");
        }

        county.author()
                .body(Map.of(
                        "village",
                        county.village(1),
                        "value",
                        "5000.00",
                        "description",
                        "棉被",
                        "deliveredOn",
                        "2017-11-01",
                        "documentNumber",
                        "发1号"))
                .post("/v1/donations/" + goods + "/deliveries")
                .then()
                .statusCode(201);
        step(county.author(), goods, "REPORT");
        var used = Public.newest(county.village(1), "DONATION");
        var use = Public.page(used, List.of());
        assertThat(use.getString("summary.phase")).isEqualTo("RESULT");
        assertThat(use.getList("content.rows.label")).containsExactly("物资发放", "未使用");
        assertThat(use.getList("content.rows.amount")).containsExactly("5000.00", "3000.00");
        step(county.head(), hidden, "RETURN");
        assertThat(Public.page(Public.newest(county.code(), "DONATION"), List.of("王小明"))
                        .getString("content.remark"))
                .isEqualTo("已退还");
        theNoticesNeedNoToken(county);
        Public.objects(used, county.code());
        Public.findsAlteration(used, "5000.00");
    }

    private static void theNoticesNeedNoToken(County county) {
        Public.reader()
                .get("/v1/donation-notices?division=" + county.code())
                .then()
                .statusCode(200)
                .body("items.donor", contains("王**", "赵大海", "某某公司"))
                .body("items.returned", contains(true, false, false))
                .body("items.used", contains("0.00", "0.00", "5000.00"));
        Public.reader()
                .accept("application/x-ndjson")
                .get("/v1/donation-notices?division=" + county.code())
                .then()
                .statusCode(200);
        Public.reader().get("/v1/donations").then().statusCode(401);
    }

    private static String donate(County county, Map<String, Object> more) {
        var gift = new HashMap<String, Object>(Map.of(
                "county",
                county.code(),
                "form",
                "MONEY",
                "amount",
                "10000.50",
                "purpose",
                "资助贫困学生",
                "receivedOn",
                "2017-10-17",
                "documentNumber",
                "捐1号"));
        gift.putAll(more);
        String id = county.author()
                .body(gift)
                .post("/v1/donations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(county.reviewer(), id, "RECEIPT");
        return id;
    }

    private static void step(RequestSpecification person, String id, String step) {
        person.body(Map.of("step", step, "remark", "按约定"))
                .post("/v1/donations/" + id + "/steps")
                .then()
                .statusCode(200);
    }
}
