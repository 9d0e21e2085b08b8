package org.jingzhun.funding.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Public;
import org.junit.jupiter.api.Test;

/** Shares and dividends are announced before and after, by village: over HTTP, read without a token. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class AssetDisclosureStoryTest {

    private static final County COUNTY = new County("450387");

    private static void step(RequestSpecification person, String path, String id, String step) {
        person.body(Map.of("step", step))
                .post("/v1/" + path + "/" + id + "/steps")
                .then()
                .statusCode(200);
    }

    @Test
    void sharesAndDividendsAreAnnouncedByVillageBeforeAndAfter() throws Exception {
        var households = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        Map<UUID, String> statuses = new HashMap<>();
        households.forEach(household -> statuses.put(household, "POOR"));
        var office = new BenefitOffice(COUNTY);
        office.settle(statuses);
        var asset = asset();

        String shares = COUNTY.author()
                .body(Map.of(
                        "kind",
                        "INITIAL",
                        "documentNumber",
                        "折股1号",
                        "effectiveOn",
                        "2017-01-01",
                        "division",
                        COUNTY.village(1)))
                .post("/v1/assets/" + asset + "/shares")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(Public.announced(COUNTY.code(), "ASSET")).isEmpty();
        step(COUNTY.reviewer(), "share-assignments", shares, "REVIEW");
        var planned = announced(shares, "PLAN", "333.00", households);
        step(COUNTY.head(), "share-assignments", shares, "APPROVE");
        var held = announced(shares, "RESULT", "333.00", households);
        Public.reader().get("/v1/disclosures/" + held).then().body("replaces", equalTo(planned));

        var dividend = dividend(asset);
        var divided = announced(dividend, "PLAN", "19.98", households);
        step(COUNTY.head(), "dividends", dividend, "APPROVE");
        step(COUNTY.author(), "dividends", dividend, "PAY");
        theBankPays(office);
        var paid = announced(dividend, "RESULT", "19.98", households);
        Public.reader().get("/v1/disclosures/" + divided).then().body("summary.replacedBy", equalTo(paid));
        Public.objects(paid, COUNTY.code());
        Public.findsAlteration(held, "999.00");
        Public.findsAlteration(paid, "59.94");
    }

    private static String asset() {
        var source = COUNTY.source("资产收益资金 450387");
        var asset = UUID.randomUUID().toString();
        Map<String, Object> contract = new HashMap<>();
        contract.put("division", COUNTY.village(1));
        contract.put("name", "桑园蚕房");
        contract.put("kind", "BREEDING");
        contract.put("purpose", "养蚕");
        contract.put("source", source);
        contract.put("year", 2016);
        contract.put("value", "1000.00");
        contract.put("operatorName", "兴农合作社");
        contract.put("operatorCode", "93451031MA5K00002F");
        contract.put("startsOn", "2017-01-01");
        contract.put("endsOn", "2027-12-31");
        contract.put("floorRate", "0.06");
        contract.put("profitShare", "0.00");
        contract.put("leavesOnExit", true);
        contract.put("documentNumber", "合同1号");
        COUNTY.author().body(contract).put("/v1/assets/" + asset).then().statusCode(201);
        Client.as("region-officer", "45")
                .body(Map.of(
                        "rule",
                        "NOTICE_DAYS",
                        "version",
                        "public",
                        "validFrom",
                        "2014-01-01",
                        "division",
                        COUNTY.code() + "000000",
                        "value",
                        0,
                        "source",
                        "试点"))
                .post("/v1/asset-rules")
                .then()
                .statusCode(201);
        return asset;
    }

    private static String dividend(String asset) {
        String id = COUNTY.author()
                .body(Map.of("from", "2017-01-01", "to", "2017-12-31", "profit", "0.00", "documentNumber", "审计1号"))
                .post("/v1/assets/" + asset + "/dividends")
                .then()
                .statusCode(201)
                .body("amount", equalTo("60.00"))
                .extract()
                .path("id");
        step(COUNTY.reviewer(), "dividends", id, "REVIEW");
        step(COUNTY.author(), "dividends", id, "NOTICE");
        return id;
    }

    private static void theBankPays(BenefitOffice office) {
        String order = COUNTY.author()
                .body(Map.of("county", COUNTY.code(), "benefit", "DIVIDEND", "year", 2017, "purpose", "按股分红"))
                .post("/v1/disbursements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(COUNTY.reviewer(), "disbursements", order, "CHECK");
        step(COUNTY.head(), "disbursements", order, "APPROVE");
        String batch = office.batch(Map.of("disbursements", List.of(order))).getString("result.batchId");
        var sent = office.payments(batch);
        List<String> payments = sent.getList("items.id");
        List<String> amounts = sent.getList("items.amount");
        List<String> results = new ArrayList<>();
        for (int p = 0; p < payments.size(); p++) {
            results.add(BenefitOffice.result(payments.get(p), amounts.get(p), "PAID"));
        }
        assertThat(office.results(batch, results).getInt("result.updated")).isEqualTo(3);
    }

    /** The newest about a subject: three households together, and the collective. */
    private static String announced(String subject, String phase, String ofOne, List<UUID> households) {
        var id = Public.newestAbout(subject, COUNTY.village(1), "ASSET");
        var page = Public.page(id, households);
        assertThat(page.getString("summary.phase")).isEqualTo(phase);
        assertThat(page.getList("content.rows.label")).containsExactly("农户", "村集体");
        assertThat(page.getInt("content.rows[0].persons")).isEqualTo(3);
        var one = Money.parse(ofOne);
        assertThat(page.getString("content.rows[0].amount"))
                .isEqualTo(one.plus(one).plus(one).toString());
        return id;
    }
}
