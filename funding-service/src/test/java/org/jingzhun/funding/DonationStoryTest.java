package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.junit.jupiter.api.Test;

/** What people give: receipts, the way of the money, what goes back; over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class DonationStoryTest {

    private static Map<String, Object> gift(County county, Map<String, Object> more) {
        Map<String, Object> gift = new HashMap<>(Map.of(
                "county",
                county.code(),
                "donorKind",
                "PERSON",
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
        return gift;
    }

    private static String record(County county, Map<String, Object> more) {
        return county.author()
                .body(gift(county, more))
                .post("/v1/donations")
                .then()
                .statusCode(201)
                .body("stage", equalTo("RECORDED"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse step(RequestSpecification person, String id, String step) {
        return person.body(Map.of("step", step, "remark", "按约定"))
                .post("/v1/donations/" + id + "/steps")
                .then();
    }

    @Test
    void receiptsHaveNoGapsAndNobodyReceiptsWhatHeRecorded() {
        var county = new County("450522");
        var first = record(county, Map.of("donorName", "王小明", "nameHidden", true));
        var never = record(county, Map.of());
        var second = record(county, Map.of("donorKind", "ORGANISATION", "donorName", "某某公司"));
        county.auditor()
                .get("/v1/donations/" + first + "/receipt")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-receipt"));
        step(county.author(), first, "RECEIPT").statusCode(409).body("code", equalTo("same-person"));
        step(county.reviewer(), first, "RECEIPT").statusCode(200).body("receipt", equalTo("450522-00000001"));
        step(county.author(), never, "RECORD").statusCode(422).body("code", equalTo("donation-step-elsewhere"));
        step(county.author(), never, "DROP").statusCode(200);
        step(county.reviewer(), never, "RECEIPT").statusCode(409).body("code", equalTo("step-not-open"));
        step(county.reviewer(), second, "RECEIPT").statusCode(200).body("receipt", equalTo("450522-00000002"));

        county.auditor()
                .get("/v1/donations/" + first + "/receipt")
                .then()
                .statusCode(200)
                .body("donor", equalTo("王小明"))
                .body("amountInWords", equalTo("壹万元伍角整"))
                .body("purpose", equalTo("资助贫困学生"));
        byte[] printed = county.auditor()
                .accept("application/pdf")
                .get("/v1/donations/" + first + "/receipt")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(printed, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        Client.as("helper", "450599")
                .get("/v1/donation-notices?division=450522")
                .then()
                .statusCode(200)
                .body("items.donor", contains("王**", "某某公司"))
                .body("items", hasSize(2));
    }

    @Test
    void moneyKeepsItsPurposeAndGoesBackWhileNothingIsSpent() {
        var county = new County("450527");
        String fund = county.author()
                .body(Map.of(
                        "kind",
                        "SPECIAL_HELP",
                        "division",
                        county.code() + "000000",
                        "name",
                        "特殊帮扶基金",
                        "foundedOn",
                        "2016-01-01",
                        "documentNumber",
                        "文1"))
                .post("/v1/funds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var donation = record(county, Map.of("fund", fund));
        String source = step(county.reviewer(), donation, "RECEIPT")
                .statusCode(200)
                .extract()
                .path("source");
        county.auditor().get("/v1/sources/" + source).then().body("kind", equalTo("DONATION"));
        county.auditor().get("/v1/funds/" + fund).then().body("available", equalTo("10000.50"));
        use(county, donation)
                .body("spent", equalTo("0.00"))
                .body("unspent", equalTo("10000.50"))
                .body("donor", equalTo("匿名"))
                .body("places.kind", contains("FUND"))
                .body("places.subject", contains(fund))
                .body("bookings.kind", contains("DONATION"));
        step(county.author(), donation, "REPORT").statusCode(200).body("stage", equalTo("REPORTED"));
        step(county.author(), donation, "RETURN").statusCode(403);
        step(county.head(), donation, "RETURN").statusCode(200).body("stage", equalTo("RETURNED"));
        step(county.head(), donation, "RETURN").statusCode(409).body("code", equalTo("step-not-open"));
        county.auditor().get("/v1/funds/" + fund).then().body("available", equalTo("0.00"));
        use(county, donation).body("returned", equalTo(true)).body("bookings.kind", contains("DONATION", "REVERSAL"));
        county.auditor().get("/v1/ledger/proof").then().body("holds", equalTo(true));
    }

    @Test
    void whatIsSpentIsTracedAndDoesNotGoBack() {
        var county = new County("450535");
        String fund = county.author()
                .body(Map.of(
                        "kind",
                        "COLLECTIVE_STARTUP",
                        "division",
                        county.code() + "000000",
                        "name",
                        "集体经济",
                        "foundedOn",
                        "2017-01-01",
                        "documentNumber",
                        "文1"))
                .post("/v1/funds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var donation = record(county, Map.of("fund", fund));
        step(county.reviewer(), donation, "RECEIPT").statusCode(200);
        String aid = county.author()
                .body(Map.of(
                        "purpose",
                        "COLLECTIVE_PROJECT",
                        "village",
                        county.village(1),
                        "amount",
                        "6000.25",
                        "year",
                        2017,
                        "evidence",
                        List.of("VILLAGE_MEETING_MINUTES", "PROJECT_PLAN")))
                .post("/v1/funds/" + fund + "/grants")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        aidStep(Client.as("township-officer", county.code() + "900"), aid, "VERIFY");
        aidStep(county.reviewer(), aid, "REVIEW");
        aidStep(county.head(), aid, "APPROVE");
        aidStep(county.author(), aid, "PAY");
        county.author()
                .get("/v1/funds/" + fund + "/grants")
                .then()
                .statusCode(200)
                .body("items.id", contains(aid));
        use(county, donation)
                .body("spent", equalTo("6000.25"))
                .body("unspent", equalTo("4000.25"))
                .body("places.kind", contains("FUND", "PAID"))
                .body("places.find { it.kind == 'PAID' }.division", equalTo(county.village(1)))
                .body("bookings.kind", contains("DONATION", "FUND"));
        step(county.head(), donation, "RETURN").statusCode(409).body("code", equalTo("account-overdrawn"));
        use(county, donation).body("returned", equalTo(false)).body("unspent", equalTo("4000.25"));
    }

    private static void aidStep(RequestSpecification person, String aid, String step) {
        person.body(Map.of("step", step))
                .post("/v1/fund-aids/" + aid + "/steps")
                .then()
                .statusCode(200);
    }

    @Test
    void goodsAreHandedOutUpToTheirValue() {
        var county = new County("450528");
        county.author()
                .body(gift(county, Map.of("form", "GOODS")))
                .post("/v1/donations")
                .then()
                .statusCode(422)
                .body("code", equalTo("goods-mismatch"));
        var donation = record(county, Map.of("form", "GOODS", "goods", "棉被100床", "amount", "8000.00"));
        deliver(county, donation, "100.00").statusCode(409).body("code", equalTo("no-receipt"));
        step(county.reviewer(), donation, "RECEIPT").statusCode(200);
        deliver(county, donation, "5000.00").statusCode(201).body("delivered", equalTo("5000.00"));
        deliver(county, donation, "3000.01").statusCode(409).body("code", equalTo("goods-gone"));
        step(county.head(), donation, "RETURN").statusCode(409).body("code", equalTo("goods-gone"));
        use(county, donation)
                .body("spent", equalTo("5000.00"))
                .body("unspent", equalTo("3000.00"))
                .body("deliveries.village", contains(county.village(1)));
    }

    private static ValidatableResponse use(County county, String donation) {
        return county.auditor().get("/v1/donations/" + donation + "/use").then().statusCode(200);
    }

    private static ValidatableResponse deliver(County county, String donation, String value) {
        return county.author()
                .body(Map.of(
                        "village",
                        county.village(1),
                        "value",
                        value,
                        "description",
                        "棉被",
                        "deliveredOn",
                        "2017-11-01",
                        "documentNumber",
                        "发1号"))
                .post("/v1/donations/" + donation + "/deliveries")
                .then();
    }

    @Test
    void badGiftsAreRefusedPlainly() {
        var county = new County("450529");
        for (var bad : List.of("1.234", "-5.00", "0.00", "1000000000000000000.00", "十元")) {
            county.author()
                    .body(gift(county, Map.of("amount", bad)))
                    .post("/v1/donations")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-fields"));
        }
        county.author()
                .body(gift(new County("450530"), Map.of()))
                .post("/v1/donations")
                .then()
                .statusCode(422)
                .body("code", equalTo("place-outside-area"));
        var donation = record(county, Map.of("donorName", "李四"));
        county.auditor().get("/v1/donations").then().body("items.id", hasItem(donation));
        new County("450530").auditor().get("/v1/donations").then().body("items.id", not(hasItem(donation)));
    }
}
