package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.Test;

/** What the register tells changes who holds shares; what comes back of a dividend goes to the village. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class ShareChangesStoryTest {

    private static final County COUNTY = new County("450393");
    private static final BenefitOffice OFFICE = new BenefitOffice(COUNTY);
    private static final Duration SOON = Duration.ofSeconds(60);

    private static List<UUID> settle(int count) {
        var households = new LinkedHashMap<UUID, String>();
        for (int h = 0; h < count; h++) {
            households.put(UUID.randomUUID(), "POOR");
        }
        OFFICE.settle(households);
        return List.copyOf(households.keySet());
    }

    private static String id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    private static ValidatableResponse step(RequestSpecification person, String path, String id, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/" + path + "/" + id + "/steps")
                .then();
    }

    /** An asset of 900 yuan a household, shared out equally from the beginning of 2017. */
    private static String sharedAsset(int households) {
        Map<String, Object> contract = new HashMap<>();
        contract.put("division", COUNTY.village(1));
        contract.put("name", "光伏电站");
        contract.put("kind", "HYDROPOWER");
        contract.put("purpose", "发电");
        contract.put("source", COUNTY.source("动态管理资金"));
        contract.put("year", 2016);
        contract.put("value", 900 * households + ".00");
        contract.put("operatorName", "光明合作社");
        contract.put("operatorCode", "93451031MA5K00002F");
        contract.put("startsOn", "2017-01-01");
        contract.put("endsOn", "2027-12-31");
        contract.put("floorRate", "0.05");
        contract.put("profitShare", "0.29");
        contract.put("leavesOnExit", false);
        contract.put("documentNumber", "合同1号");
        String asset = id(COUNTY.author().body(contract).post("/v1/assets").then());
        takeEffect(
                id(plan(asset, Map.of("kind", "INITIAL", "effectiveOn", "2017-01-01", "division", COUNTY.village(1)))));
        return asset;
    }

    private static ValidatableResponse plan(String asset, Map<String, Object> order) {
        var whole = new HashMap<>(order);
        whole.put("documentNumber", "折股1号");
        return COUNTY.author()
                .body(whole)
                .post("/v1/assets/" + asset + "/shares")
                .then();
    }

    private static void takeEffect(String assignment) {
        step(COUNTY.reviewer(), "share-assignments", assignment, "REVIEW").statusCode(200);
        step(COUNTY.head(), "share-assignments", assignment, "APPROVE").statusCode(200);
    }

    private static JsonPath due() {
        return COUNTY.auditor()
                .get("/v1/share-returns-due?division=" + COUNTY.code())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void sharesOfHouseholdsInWhichNobodyIsLeftAreDueAndADividendThatComesBackGoesToTheVillage() {
        var households = settle(4);
        var asset = sharedAsset(4);
        assertThat(due().getList("items")).isEmpty();
        aPaidDividendComesBackTwice(asset);

        tellGone(households.get(0), "DEATH");
        tellGone(households.get(1), "MARRIAGE");
        Neighbour.tell(
                "identification.register",
                List.of(
                        BenefitOffice.left(UUID.randomUUID(), households.get(2), COUNTY.village(1), "DEATH"),
                        BenefitOffice.exited(households.get(3), COUNTY.village(1), "2018-01-01", 2)));
        await().atMost(SOON).until(() -> due().getList("items").size(), size -> size == 2);
        var due = due();
        assertThat(due.getString("items.find { it.household == '" + households.get(0) + "' }.reason"))
                .isEqualTo("DIED");
        assertThat(due.getString("items.find { it.household == '" + households.get(1) + "' }.reason"))
                .isEqualTo("MOVED_AWAY");

        var back = plan(asset, Map.of("kind", "RETURN", "effectiveOn", "2018-07-01"))
                .statusCode(201)
                .body("amount", equalTo("1800.00"));
        assertThat(due().getList("items")).isEmpty();
        takeEffect(id(back));
        assertThat(due().getList("items")).isEmpty();
        COUNTY.auditor()
                .get("/v1/assets/" + asset + "/shares?on=2018-07-01")
                .then()
                .body("items", hasSize(3))
                .body("items.findAll { it.household == null }.amount", contains("1800.00"));
    }

    /** The departure and the household without anybody are told together; the last one of a household ends its shares. */
    private static void tellGone(UUID household, String reason) {
        Neighbour.tell(
                "identification.register",
                List.of(
                        BenefitOffice.left(UUID.randomUUID(), household, COUNTY.village(1), reason),
                        Neighbour.household(household, COUNTY.village(1), 0, "POOR", 2)));
    }

    private static void aPaidDividendComesBackTwice(String asset) {
        Client.as("region-officer", "45")
                .body(Map.of(
                        "rule",
                        "NOTICE_DAYS",
                        "version",
                        "changes",
                        "validFrom",
                        "2014-01-01",
                        "division",
                        "450393000000",
                        "value",
                        0,
                        "source",
                        "试点"))
                .post("/v1/asset-rules")
                .then()
                .statusCode(201);
        String dividend = id(COUNTY.author()
                .body(Map.of("from", "2017-01-01", "to", "2017-12-31", "profit", "0.00", "documentNumber", "审计1号"))
                .post("/v1/assets/" + asset + "/dividends")
                .then()
                .body("amount", equalTo("180.00")));
        step(COUNTY.reviewer(), "dividends", dividend, "REVIEW").statusCode(200);
        step(COUNTY.author(), "dividends", dividend, "NOTICE").statusCode(200);
        step(COUNTY.head(), "dividends", dividend, "APPROVE").statusCode(200);
        step(COUNTY.author(), "dividends", dividend, "PAY").statusCode(200);
        List<String> payments = allArrive();
        COUNTY.auditor().get("/v1/dividends/" + dividend).then().body("stage", equalTo("PAID"));
        assertThat(OFFICE.balance("PAID")).isEqualTo("180.00");
        for (int back = 0; back < 2; back++) {
            OFFICE.paymentStep(COUNTY.reviewer(), payments.get(back), "RECOVER").statusCode(200);
            assertThat(OFFICE.balance("FUND")).isEqualTo("45.00");
            step(COUNTY.head(), "dividends", dividend, "RELEASE").statusCode(200);
            assertThat(OFFICE.balance("FUND")).isEqualTo("0.00");
        }
        assertThat(OFFICE.balance("PAID")).isEqualTo("90.00");
        assertThat(OFFICE.balance("VILLAGE")).isEqualTo("90.00");
        OFFICE.paymentStep(COUNTY.reviewer(), payments.getFirst(), "RECOVER").statusCode(409);
        OFFICE.proves();
    }

    private static List<String> allArrive() {
        String order = id(COUNTY.author()
                .body(Map.of("county", COUNTY.code(), "benefit", "DIVIDEND", "year", 2017, "purpose", "按股分红"))
                .post("/v1/disbursements")
                .then());
        OFFICE.step(COUNTY.reviewer(), order, "CHECK").statusCode(200);
        OFFICE.step(COUNTY.head(), order, "APPROVE").statusCode(200);
        String batch = OFFICE.batch(Map.of("disbursements", List.of(order))).getString("result.batchId");
        List<String> payments = OFFICE.payments(batch).getList("items.id");
        var results = payments.stream()
                .map(payment -> BenefitOffice.result(payment, "45.00", "PAID"))
                .toList();
        assertThat(OFFICE.results(batch, results).getInt("result.updated")).isEqualTo(4);
        return payments;
    }
}
