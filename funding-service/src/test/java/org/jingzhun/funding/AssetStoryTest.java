package org.jingzhun.funding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.jingzhun.funding.testing.Soon.soon;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An asset becomes shares, earns, loses holders and value: over HTTP, with what is refused on the way. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class AssetStoryTest {

    private static final County COUNTY = new County("450521");
    private static final String VILLAGE = COUNTY.village(1);
    private static final int MEMBERS = 138;

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    /** Households of a village, all of one status; waits until the service knows them. */
    private static List<UUID> settle(String village, int count, int labourers) {
        List<UUID> ids = new ArrayList<>();
        List<Neighbour.Told> told = new ArrayList<>();
        for (int h = 0; h < count; h++) {
            var id = UUID.randomUUID();
            ids.add(id);
            told.add(Neighbour.household(id, village, 4, labourers, "POOR", 1));
        }
        int before = poor(village);
        Neighbour.tell("identification.village", List.of(Neighbour.division(village, "VILLAGE", true, 900, 1)));
        Neighbour.tell("identification.register", told);
        soon().until(() -> poor(village), now -> now == before + count);
        return ids;
    }

    private static int poor(String village) {
        List<Integer> counts = Client.as("auditor", village.substring(0, 6))
                .get("/v1/villages?division=" + village)
                .jsonPath()
                .getList("items.poorHouseholds");
        return counts.isEmpty() ? 0 : counts.getFirst();
    }

    private static Map<String, Object> contract(String source) {
        Map<String, Object> contract = new HashMap<>();
        contract.put("division", VILLAGE);
        contract.put("name", "桑园蚕房");
        contract.put("kind", "BREEDING");
        contract.put("purpose", "养蚕");
        contract.put("source", source);
        contract.put("year", 2016);
        contract.put("value", "1000000.00");
        contract.put("operatorName", "兴农合作社");
        contract.put("operatorCode", "93451031MA5K00002F");
        contract.put("startsOn", "2017-01-01");
        contract.put("endsOn", "2027-12-31");
        contract.put("floorRate", "0.05");
        contract.put("profitShare", "0.29");
        contract.put("leavesOnExit", true);
        contract.put("documentNumber", "合同1号");
        return contract;
    }

    private static ValidatableResponse plan(String asset, Map<String, Object> more) {
        Map<String, Object> order = new HashMap<>(Map.of("kind", "INITIAL", "documentNumber", "折股1号"));
        order.putAll(more);
        return COUNTY.author()
                .body(order)
                .post("/v1/assets/" + asset + "/shares")
                .then();
    }

    private static ValidatableResponse step(RequestSpecification person, String path, String id, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/" + path + "/" + id + "/steps")
                .then();
    }

    private static void takeEffect(String assignment) {
        step(COUNTY.author(), "share-assignments", assignment, "REVIEW")
                .statusCode(409)
                .body("code", equalTo("same-person"));
        step(COUNTY.reviewer(), "share-assignments", assignment, "REVIEW").statusCode(200);
        step(COUNTY.reviewer(), "share-assignments", assignment, "APPROVE")
                .statusCode(403)
                .body("code", equalTo("not-this-office"));
        step(COUNTY.head(), "share-assignments", assignment, "APPROVE")
                .statusCode(200)
                .body("stage", equalTo("EFFECTIVE"));
        step(COUNTY.head(), "share-assignments", assignment, "DROP")
                .statusCode(409)
                .body("code", equalTo("step-not-open"));
    }

    private static String id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    @Test
    void oneMillionBecomes138SharesThatEarn79000AndChangeHands() {
        var members = settle(VILLAGE, MEMBERS, 1);
        var source = COUNTY.source("资产收益扶贫资金");
        var asset = UUID.randomUUID().toString();
        COUNTY.author().body(contract(source)).put("/v1/assets/" + asset).then().statusCode(201);

        var first = plan(asset, Map.of("effectiveOn", "2017-01-01", "division", VILLAGE))
                .statusCode(201)
                .body("amount", equalTo("1000000.00"))
                .body("remainder", equalTo("52.00"))
                .body("waiting", equalTo(0));
        takeEffect(id(first));
        COUNTY.auditor()
                .get("/v1/assets/" + asset + "/shares?limit=1000&on=2017-01-01")
                .then()
                .statusCode(200)
                .body("items", hasSize(MEMBERS + 1))
                .body("items.findAll { it.household != null }.amount", everyItem(equalTo("7246.00")))
                .body("items.findAll { it.household == null }.amount", contains("52.00"));
        theSubstanceIsFixed(asset, source);

        var dividend = paidDividend(asset);
        theHoldersHaveTheirMoney(asset, dividend, source);
        sharesFollowTheStatusOfTheirHolders(asset, members);
    }

    private static void theSubstanceIsFixed(String asset, String source) {
        var path = "/v1/assets/" + asset;
        var seen = COUNTY.author().get(path).header("ETag");
        var other = contract(source);
        COUNTY.author().body(other).put(path).then().statusCode(428);
        COUNTY.author()
                .header("If-Match", "\"99\"")
                .body(other)
                .put(path)
                .then()
                .statusCode(412);
        other.put("value", "2000000.00");
        COUNTY.author()
                .header("If-Match", seen)
                .body(other)
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("asset-fixed"));
        other.put("value", "1000000.00");
        other.put("operatorName", "兴农第二合作社");
        COUNTY.author().header("If-Match", seen).body(other).put(path).then().statusCode(200);
        plan(asset, Map.of("effectiveOn", "2017-01-01", "division", VILLAGE))
                .statusCode(422)
                .body("code", equalTo("above-what-is-left"))
                .body("available", equalTo("0.00"));
    }

    /** Under the rule of ten days the county cannot approve yet; its own rule asks for none. */
    private static String paidDividend(String asset) {
        var income = Map.of("from", "2017-01-01", "to", "2017-12-31", "profit", "100000.00", "documentNumber", "审计1号");
        var slow = id(COUNTY.author()
                .body(income)
                .post("/v1/assets/" + asset + "/dividends")
                .then());
        step(COUNTY.reviewer(), "dividends", slow, "REVIEW").statusCode(200);
        step(COUNTY.author(), "dividends", slow, "NOTICE").statusCode(200).body("noticeDays", equalTo(10));
        step(COUNTY.head(), "dividends", slow, "APPROVE").statusCode(409).body("code", equalTo("notice-running"));
        COUNTY.author()
                .body(income)
                .post("/v1/assets/" + asset + "/dividends")
                .then()
                .statusCode(409)
                .body("code", equalTo("period-divided"));
        step(COUNTY.head(), "dividends", slow, "CANCEL").statusCode(200);

        Client.as("region-officer", "45")
                .body(Map.of(
                        "rule",
                        "NOTICE_DAYS",
                        "version",
                        "story",
                        "validFrom",
                        "2014-01-01",
                        "division",
                        "450521000000",
                        "value",
                        0,
                        "source",
                        "试点"))
                .post("/v1/asset-rules")
                .then()
                .statusCode(201)
                .body("mark", equalTo("LOCAL"));
        var dividend = COUNTY.author()
                .body(income)
                .post("/v1/assets/" + asset + "/dividends")
                .then()
                .statusCode(201)
                .body("floor", equalTo("50000.00"))
                .body("dividend", equalTo("29000.00"))
                .body("amount", equalTo("79000.00"))
                .extract()
                .<String>path("id");
        step(COUNTY.author(), "dividends", dividend, "REVIEW").statusCode(409).body("code", equalTo("same-person"));
        step(COUNTY.reviewer(), "dividends", dividend, "REVIEW").statusCode(200);
        step(COUNTY.author(), "dividends", dividend, "NOTICE").statusCode(200);
        step(COUNTY.author(), "dividends", dividend, "PAY").statusCode(409).body("code", equalTo("step-not-open"));
        step(COUNTY.head(), "dividends", dividend, "APPROVE").statusCode(200).body("entry", notNullValue());
        step(COUNTY.author(), "dividends", dividend, "PAY").statusCode(200).body("stage", equalTo("PAYING"));
        step(COUNTY.author(), "dividends", dividend, "PAY").statusCode(409).body("code", equalTo("step-not-open"));
        step(COUNTY.author(), "dividends", dividend, "SETTLE")
                .statusCode(422)
                .body("code", equalTo("step-taken-elsewhere"));
        theBankPays(dividend);
        return dividend;
    }

    /** The households' parts go through a disbursement: one payment fails for good, and its part goes to the village. */
    private static void theBankPays(String dividend) {
        var office = new BenefitOffice(COUNTY);
        String order = COUNTY.author()
                .body(Map.of("county", COUNTY.code(), "benefit", "DIVIDEND", "year", 2017, "purpose", "按股分红"))
                .post("/v1/disbursements")
                .then()
                .statusCode(201)
                .body("payments", equalTo(MEMBERS))
                .extract()
                .path("id");
        office.step(COUNTY.reviewer(), order, "CHECK").statusCode(200).body("refused", equalTo(0));
        office.step(COUNTY.head(), order, "APPROVE").statusCode(200);
        var prepared = office.batch(Map.of("disbursements", List.of(order)));
        String batch = prepared.getString("result.batchId");
        step(COUNTY.head(), "dividends", dividend, "RELEASE").statusCode(409);
        var sent = office.payments(batch);
        List<String> payments = sent.getList("items.id");
        List<String> amounts = sent.getList("items.amount");
        List<String> results = new ArrayList<>();
        for (int p = 0; p < payments.size(); p++) {
            results.add(BenefitOffice.result(payments.get(p), amounts.get(p), p == 0 ? "FAILED" : "PAID"));
        }
        assertThat(office.results(batch, results).getInt("result.updated")).isEqualTo(MEMBERS);
        COUNTY.auditor().get("/v1/dividends/" + dividend).then().body("stage", equalTo("PAYING"));
        office.paymentStep(COUNTY.author(), payments.getFirst(), "RETURN").statusCode(200);
        step(COUNTY.author(), "dividends", dividend, "RELEASE").statusCode(403);
        step(COUNTY.head(), "dividends", dividend, "RELEASE").statusCode(200).body("stage", equalTo("PAID"));
    }

    private static void theHoldersHaveTheirMoney(String asset, String dividend, String source) {
        var lines = COUNTY.auditor()
                .get("/v1/dividends/" + dividend + "/lines?limit=1000")
                .then()
                .statusCode(200)
                .body("items", hasSize(MEMBERS + 1))
                .extract()
                .jsonPath();
        var amounts = lines.getList("items.amount", String.class);
        assertThat(amounts.stream().map(Money::parse).reduce(Money.ZERO, Money::plus))
                .hasToString("79000.00");
        var villages = Stream.of("items.findAll { it.household == null }", "items.findAll { it.releasedOn != null }")
                .flatMap(path -> lines.getList(path + ".amount", String.class).stream())
                .map(Money::parse)
                .reduce(Money.ZERO, Money::plus);
        var households = Money.parse("79000.00").minus(villages);

        var accounts = COUNTY.auditor()
                .get("/v1/accounts?limit=1000&year=2017")
                .jsonPath()
                .param("source", source);
        var ofSource = "items.findAll { it.sourceId == source && it.kind == '%s' }.balance";
        assertThat(accounts.getList(ofSource.formatted("OPERATOR"), String.class))
                .containsExactly("-79000.00");
        assertThat(accounts.getList(ofSource.formatted("FUND"), String.class)).containsExactly("0.00");
        assertThat(accounts.getList(ofSource.formatted("VILLAGE"), String.class))
                .containsExactly(villages.toString());
        assertThat(accounts.getList(ofSource.formatted("PAID"), String.class)).containsExactly(households.toString());
        COUNTY.auditor().get("/v1/ledger/proof").then().body("holds", equalTo(true));

        var told = Neighbour.hear("funding.benefit", "assetId", asset, MEMBERS - 1);
        assertThat(told).hasSize(MEMBERS - 1);
        assertThat(told.stream()
                        .map(event -> Money.parse(event.payload().getString("amount")))
                        .reduce(Money.ZERO, Money::plus))
                .isEqualTo(households);
        assertThat(told).allSatisfy(event -> {
            assertThat(event.headers()).containsEntry("ce_type", "org.jingzhun.funding.dividend-paid");
            assertThat(event.key()).isEqualTo(event.payload().getString("householdId"));
            assertThat(event.payload().getString("villageCode")).isEqualTo(VILLAGE);
        });
    }

    private static void sharesFollowTheStatusOfTheirHolders(String asset, List<UUID> members) {
        Neighbour.tell(
                "identification.register",
                List.of(
                        Neighbour.household(members.get(0), VILLAGE, 4, "EXITED", 2),
                        Neighbour.household(members.get(1), VILLAGE, 4, "REMOVED", 2)));
        soon().until(() -> poor(VILLAGE), now -> now == MEMBERS - 2);
        Map<String, Object> back = Map.of(
                "kind",
                "RETURN",
                "effectiveOn",
                "2018-07-01",
                "leaving",
                List.of(Map.of("household", members.get(2).toString(), "reason", "DIED")));
        Map<String, Object> tooEarly = new HashMap<>(back);
        tooEarly.put("effectiveOn", "2017-12-31");
        plan(asset, tooEarly).statusCode(409).body("code", equalTo("period-divided"));
        var returned = plan(asset, back).statusCode(201).body("amount", equalTo("21738.00"));
        takeEffect(id(returned));

        var newcomer = settle(VILLAGE, 1, 0).getFirst();
        plan(
                        asset,
                        Map.of(
                                "kind",
                                "REASSIGNMENT",
                                "effectiveOn",
                                "2018-10-01",
                                "candidates",
                                List.of(Map.of("household", members.get(0).toString()))))
                .statusCode(422)
                .body("code", equalTo("holders-not-eligible"))
                .body("holders", contains(members.get(0).toString()));
        var reassigned = plan(
                        asset,
                        Map.of(
                                "kind",
                                "REASSIGNMENT",
                                "effectiveOn",
                                "2018-10-01",
                                "unit",
                                "1000.00",
                                "onlyWithoutLabour",
                                true,
                                "division",
                                VILLAGE))
                .statusCode(201)
                .body("amount", equalTo("21790.00"))
                .body("remainder", equalTo("790.00"));
        takeEffect(id(reassigned));

        var history = COUNTY.auditor()
                .get("/v1/assets/" + asset + "/shares?household=" + members.get(0))
                .jsonPath();
        assertThat(history.getList("items.until", String.class)).containsExactly("2018-07-01");
        COUNTY.auditor()
                .get("/v1/assets/" + asset + "/shares?on=2018-12-31&household=" + newcomer)
                .then()
                .body("items.amount", contains("21000.00"));
        COUNTY.auditor().get("/v1/assets/" + asset).then().body("shared", equalTo("1000000.00"));

        var dividend = id(COUNTY.author()
                .body(Map.of("from", "2018-01-01", "to", "2018-12-31", "profit", "0.00", "documentNumber", "审计2号"))
                .post("/v1/assets/" + asset + "/dividends")
                .then()
                .body("floor", equalTo("50000.00")));
        var shareDays = COUNTY.auditor()
                .get("/v1/dividends/" + dividend + "/lines?limit=1000")
                .jsonPath();
        assertThat(shareDays.getString("items.find { it.household == '" + members.get(0) + "' }.shareDays"))
                .isEqualTo(Long.toString(724_600L * 181));
        assertThat(shareDays.getString("items.find { it.household == '" + newcomer + "' }.shareDays"))
                .isEqualTo(Long.toString(2_100_000L * 92));
        assertThat(shareDays.getString("items.find { it.household == null }.shareDays"))
                .isEqualTo(Long.toString(5_200L * 181 + 2_179_000L * 92 + 79_000L * 92));
    }

    @Test
    void sharesComeByImportAndAreCheckedOnTheWay() {
        var county = new County("450524");
        var households = settle(county.village(1), 3, 1);
        var source = county.source("导入量化资金");
        var contract = contract(source);
        contract.put("division", county.code() + "000000");
        contract.put("value", "900.00");
        var asset = id(county.author().body(contract).post("/v1/assets").then());
        county.author()
                .body(Map.of(
                        "kind", "INITIAL", "mode", "LISTED", "effectiveOn", "2017-01-01", "documentNumber", "折股2号"))
                .post("/v1/assets/" + asset + "/shares")
                .then()
                .statusCode(422)
                .body("code", equalTo("holders-not-eligible"));
        var assignment = id(county.author()
                .body(Map.of(
                        "kind",
                        "INITIAL",
                        "mode",
                        "LISTED",
                        "effectiveOn",
                        "2017-01-01",
                        "collective",
                        county.village(1),
                        "documentNumber",
                        "折股2号"))
                .post("/v1/assets/" + asset + "/shares")
                .then());
        var stranger = UUID.randomUUID();
        var rows = new ArrayList<>(households);
        rows.add(stranger);
        var body = rows.stream()
                .map(h ->
                        "{\"assignmentId\":\"%s\",\"villageCode\":\"%s\",\"householdId\":\"%s\",\"amount\":\"250.00\"}"
                                .formatted(assignment, county.village(1), h))
                .collect(Collectors.joining("\n"));
        String job = given().auth()
                .oauth2(Tokens.of("finance-officer", county.code()))
                .contentType("application/x-ndjson")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=asset-shares")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        var ended = Client.ended("finance-officer", county.code(), job);
        assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("SUCCEEDED");
        assertThat(ended.getInt("result.inserted")).isEqualTo(3);
        Client.as("finance-officer", county.code())
                .get("/v1/imports/" + job + "/rejections")
                .then()
                .body("items.code", contains("household-not-poor"));
        step(county.reviewer(), "share-assignments", assignment, "REVIEW")
                .statusCode(200)
                .body("remainder", equalTo("150.00"));
        step(county.head(), "share-assignments", assignment, "APPROVE").statusCode(200);
        county.auditor().get("/v1/assets/" + asset).then().body("shared", equalTo("900.00"));
    }

    @Test
    void anOperatorOwesWhatTheValueLacks() {
        var county = new County("450525");
        var contract = contract(county.source("保值资金"));
        contract.put("division", county.code() + "000000");
        contract.put("floorRate", "0.0149");
        county.author()
                .body(contract)
                .post("/v1/assets")
                .then()
                .statusCode(422)
                .body("code", equalTo("floor-rate-too-low"));
        contract.put("floorRate", "0.015");
        var asset = id(county.author().body(contract).post("/v1/assets").then().body("floorRule", equalTo("2015")));
        valued(county, asset, "2017-12-31", "1000001.00").body("obligation", equalTo(null));
        String obligation = valued(county, asset, "2018-12-31", "900000.00")
                .body("obligation.shortfall", equalTo("100000.00"))
                .body("obligation.dueOn", equalTo("2019-06-30"))
                .body("obligation.state", equalTo("OVERDUE"))
                .extract()
                .path("obligation.id");
        valued(county, asset, "2018-12-31", "1.00").statusCode(409).body("code", equalTo("valued-before"));
        valued(county, asset, "2019-12-31", "930000.00").body("obligation", equalTo(null));
        for (String day : List.of("9999-12-31", "2013-12-31")) {
            valued(county, asset, day, "1.00").statusCode(422).body("code", equalTo("day-invalid"));
            settled(county, obligation, "1.00", day).statusCode(422).body("code", equalTo("day-invalid"));
        }
        settled(county, obligation, "100000.01").statusCode(422).body("code", equalTo("above-what-is-left"));
        settled(county, obligation, "40000.00").statusCode(201).body("madeGood", equalTo("40000.00"));
        settled(county, obligation, "60000.00").statusCode(201).body("state", equalTo("MADE_GOOD"));
        county.auditor().get("/v1/asset-obligations?asset=" + asset).then().body("items.state", contains("MADE_GOOD"));
        county.auditor()
                .get("/v1/assets?division=450525&valuationDueBy=2020-12-30")
                .then()
                .body("items", hasSize(0));
        county.auditor()
                .get("/v1/assets?division=450525&valuationDueBy=2020-12-31")
                .then()
                .body("items.valuationDueOn", contains("2020-12-31"));
        new County("450526").auditor().get("/v1/assets/" + asset).then().statusCode(404);
    }

    private static ValidatableResponse valued(County county, String asset, String on, String value) {
        return county.author()
                .body(Map.of("valuedOn", on, "value", value, "appraiser", "评估所", "documentNumber", "评1号"))
                .post("/v1/assets/" + asset + "/valuations")
                .then();
    }

    private static ValidatableResponse settled(County county, String obligation, String amount) {
        return settled(county, obligation, amount, "2019-06-01");
    }

    private static ValidatableResponse settled(County county, String obligation, String amount, String on) {
        return county.author()
                .body(Map.of("amount", amount, "settledOn", on, "documentNumber", "补1号"))
                .post("/v1/asset-obligations/" + obligation + "/settlements")
                .then();
    }
}
