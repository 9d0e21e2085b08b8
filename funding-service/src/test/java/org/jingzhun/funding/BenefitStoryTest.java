package org.jingzhun.funding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.jingzhun.funding.testing.BenefitOffice.claim;
import static org.jingzhun.funding.testing.BenefitOffice.result;
import static org.jingzhun.funding.testing.Soon.soon;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A household's benefit from its claim to its account, over HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class BenefitStoryTest {

    private static final String BENEFIT = "RAIN_AND_DEW";

    @BeforeAll
    static void connect() {
        PlatformResource.connectOutbox();
    }

    @Test
    void aBenefitGoesFromItsClaimThroughThreeHandsAndTheBankToTheHousehold() {
        var county = new County("450721");
        var office = new BenefitOffice(county);
        var households = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var known = new LinkedHashMap<UUID, String>();
        households.forEach(household -> known.put(household, "POOR"));
        office.settle(known);
        var source = county.source("雨露计划资金 450721");
        county.budget(source, "10000.00", "文1");
        var claims = households.stream()
                .map(h -> claim(UUID.randomUUID(), h, UUID.randomUUID(), BENEFIT, "2016-09", source))
                .toList();
        assertThat(office.claims(claims).getInt("result.inserted")).isEqualTo(3);
        var again = office.claims(claims);
        assertThat(again.getInt("result.inserted")).isZero();
        assertThat(again.getInt("result.unchanged")).isEqualTo(3);

        String order = office.draft(BENEFIT, "雨露计划秋季学期补助")
                .statusCode(201)
                .body("payments", equalTo(3))
                .body("amount", equalTo("4500.00"))
                .extract()
                .path("id");
        office.draft(BENEFIT, "雨露计划秋季学期补助").statusCode(422).body("code", equalTo("nothing-to-pay"));
        office.step(county.author(), order, "CHECK").statusCode(409).body("code", equalTo("same-person"));
        office.step(county.head(), order, "APPROVE").statusCode(409).body("code", equalTo("step-not-open"));
        office.step(county.reviewer(), order, "CHECK")
                .statusCode(200)
                .body("negativeList", equalTo("2011"))
                .body("ruleVersion", equalTo("2015"))
                .body("refused", equalTo(0));
        office.step(county.reviewer(), order, "APPROVE").statusCode(403).body("code", equalTo("not-this-office"));
        office.step(county.head(), order, "APPROVE").statusCode(200).body("stage", equalTo("APPROVED"));
        office.step(county.author(), order, "PAY")
                .statusCode(422)
                .body("code", equalTo("payment-step-taken-elsewhere"));

        var prepared = office.batch(Map.of("disbursements", List.of(order)));
        assertThat(prepared.getString("state")).as(prepared.prettify()).isEqualTo("SUCCEEDED");
        String batch = prepared.getString("result.batchId");
        assertThat(office.balance("BUDGET")).isEqualTo("5500.00");
        assertThat(office.balance("IN_TRANSIT")).isEqualTo("4500.00");
        theBankReadsItsFile(county, batch);
        oneFailsAndIsSentOnceMore(office, batch);
        assertThat(office.balance("PAID")).isEqualTo("4500.00");
        assertThat(office.balance("IN_TRANSIT")).isEqualTo("0.00");

        var arrived = office.payments(batch).param("stage", "PAID");
        var household = UUID.fromString(arrived.getString("items.find { it.stage == stage }.household"));
        householdSees(county, household, "1500.00", "PAID");
        itIsGivenBack(office, arrived.getString("items.find { it.stage == stage }.id"), household);
        office.proves();
    }

    private static void theBankReadsItsFile(County county, String batch) {
        Client.as("system", county.code())
                .accept("text/csv")
                .get("/v1/payment-batches/" + batch + "/file")
                .then()
                .statusCode(200)
                .body(containsString("paymentId,payee,unit,amount,benefit,year"))
                .body(containsString(",1500.00,RAIN_AND_DEW,2016"));
    }

    private static void oneFailsAndIsSentOnceMore(BenefitOffice office, String batch) {
        var county = office.county();
        List<String> sent = office.payments(batch).getList("items.id");
        var results = office.results(
                batch,
                List.of(
                        result(sent.get(0), "1500.00", "PAID"),
                        result(sent.get(1), "1500.00", "PAID"),
                        result(sent.get(2), "1500.00", "FAILED")));
        assertThat(results.getInt("result.updated")).as(results.prettify()).isEqualTo(3);
        assertThat(office.balance("IN_TRANSIT")).isEqualTo("1500.00");
        office.proves();
        var failed = sent.get(2);
        office.paymentStep(county.author(), failed, "CORRECT").statusCode(200).body("stage", equalTo("CORRECTED"));
        office.paymentStep(county.author(), failed, "RETRY").statusCode(409).body("code", equalTo("same-person"));
        office.paymentStep(county.reviewer(), failed, "RETRY").statusCode(200).body("stage", equalTo("TO_RETRY"));
        office.paymentStep(county.reviewer(), failed, "SETTLE")
                .statusCode(422)
                .body("code", equalTo("payment-step-taken-elsewhere"));
        var retried = office.batch(Map.of("retryOf", batch));
        assertThat(retried.getString("state")).as(retried.prettify()).isEqualTo("SUCCEEDED");
        String second = retried.getString("result.batchId");
        assertThat(office.batch(Map.of("retryOf", batch)).getString("problem.code"))
                .isEqualTo("nothing-to-pay");
        var again = office.payments(second);
        assertThat(again.getList("items.retries", String.class)).containsExactly(failed);
        var settled = office.results(second, List.of(result(again.getString("items[0].id"), "1500.00", "PAID")));
        assertThat(settled.getInt("result.updated")).isEqualTo(1);
        office.paymentStep(county.author(), failed, "RETURN").statusCode(409).body("code", equalTo("step-not-open"));
        everybodyReadsWhatWasPaidAndNobodyToWhom(county, batch, second);
    }

    private static void everybodyReadsWhatWasPaidAndNobodyToWhom(County county, String batch, String second) {
        var notices = given().get("/v1/disclosures?kind=PAYMENT_BATCH&division=" + county.code())
                .then()
                .statusCode(200)
                .body("items.find { it.phase == 'PLAN' }.subject", equalTo(batch))
                .body("items.findAll { it.phase == 'RESULT' }.subject", hasItems(batch, second))
                .extract()
                .jsonPath();
        var arrived = notices.getString("items.find { it.phase == 'RESULT' && it.subject == '" + batch + "' }.id");
        given().get("/v1/disclosures/" + arrived)
                .then()
                .statusCode(200)
                .body("content.amount", equalTo("3000.00"))
                .body("content.rows.label", equalTo(List.of("雨露计划职业学历教育补助")))
                .body("content.rows.persons", equalTo(List.of(2)))
                .body("content.rows.receiver", equalTo(Collections.singletonList(null)));
    }

    private static void householdSees(County county, UUID household, String received, String state) {
        Client.as("village-officer", county.village(1))
                .get("/v1/households/" + household + "/benefits?year=2016")
                .then()
                .statusCode(200)
                .body("received", equalTo(received))
                .body("items", hasSize(1))
                .body("items[0].state", equalTo(state));
    }

    private static void itIsGivenBack(BenefitOffice office, String payment, UUID household) {
        var told = Neighbour.hear("funding.benefit", "paymentId", payment, 1);
        assertThat(told.getFirst().key()).isEqualTo(household.toString());
        assertThat(told.getFirst().headers()).containsEntry("ce_type", "org.jingzhun.funding.benefit-paid");
        assertThat(told.getFirst().payload().getString("amount")).isEqualTo("1500.00");
        assertThat(told.getFirst().payload().getString("state")).isEqualTo("PAID");
        office.paymentStep(office.county().author(), payment, "RECOVER")
                .statusCode(200)
                .body("stage", equalTo("RETURNED"));
        var last = Neighbour.hear("funding.benefit", "paymentId", payment, 2)
                .getLast()
                .payload();
        assertThat(last.getString("state")).isEqualTo("RETURNED");
        assertThat(last.getLong("revision")).isEqualTo(2);
        assertThat(office.balance("PAID")).isEqualTo("3000.00");
        assertThat(office.balance("BUDGET")).isEqualTo("7000.00");
        householdSees(office.county(), household, "0.00", "RETURNED");
    }

    @Test
    void nobodyIsPaidWhoIsUnknownRemovedDeadGoneOrOutOfPovertyForTooLong() {
        var county = new County("450722");
        var office = new BenefitOffice(county);
        var poor = UUID.randomUUID();
        var removed = UUID.randomUUID();
        var exited = UUID.randomUUID();
        office.settle(Map.of(poor, "POOR", removed, "REMOVED", exited, "EXITED"));
        var dead = UUID.randomUUID();
        var gone = UUID.randomUUID();
        var village = county.village(1);
        Neighbour.tell(
                "identification.register",
                List.of(
                        BenefitOffice.left(dead, poor, village, "DEATH"),
                        BenefitOffice.left(gone, poor, village, "MARRIAGE_OUT")));
        var source = county.source("护林员资金 450722");
        county.budget(source, "100000.00", "文1");
        var ranger = "ECOLOGICAL_RANGER";
        var fine = claim(UUID.randomUUID(), poor, UUID.randomUUID(), ranger, "2016-10", source);
        var refused = List.of(
                claim(UUID.randomUUID(), UUID.randomUUID(), dead, ranger, "2016-10", source),
                claim(UUID.randomUUID(), removed, UUID.randomUUID(), ranger, "2016-10", source),
                claim(UUID.randomUUID(), exited, UUID.randomUUID(), ranger, "2016-10", source),
                claim(UUID.randomUUID(), poor, dead, ranger, "2016-10", source),
                claim(UUID.randomUUID(), poor, gone, ranger, "2016-10", source),
                fine);
        var job = office.claims(refused);
        assertThat(office.rejections(job))
                .containsExactly(
                        "1 may-not-receive",
                        "2 may-not-receive",
                        "3 may-not-receive",
                        "4 may-not-receive",
                        "5 may-not-receive");
        JsonPath rejections = county.author()
                .get("/v1/imports/" + job.getString("id") + "/rejections")
                .jsonPath();
        assertThat(rejections.getList("items.detail", String.class))
                .extracting(detail -> detail.replaceAll(".*: ([A-Z_]+)\\..*", "$1"))
                .containsExactly(
                        "HOUSEHOLD_UNKNOWN", "HOUSEHOLD_REMOVED", "HOUSEHOLD_EXITED", "PERSON_DEAD", "PERSON_LEFT");
        assertThat(job.getInt("result.inserted")).isEqualTo(1);
        office.proves();
    }

    @Test
    void whoeverDiesOrIsRemovedAfterTheClaimFallsOutAtTheNextCheck() {
        var county = new County("450723");
        var office = new BenefitOffice(county);
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var third = UUID.randomUUID();
        office.settle(Map.of(first, "POOR", second, "POOR", third, "POOR"));
        var source = county.source("雨露计划资金 450723");
        county.budget(source, "10000.00", "文1");
        var student = UUID.randomUUID();
        var claims = List.of(
                claim(UUID.randomUUID(), first, student, BENEFIT, "2016-09", source),
                claim(UUID.randomUUID(), second, UUID.randomUUID(), BENEFIT, "2016-09", source),
                claim(UUID.randomUUID(), third, UUID.randomUUID(), BENEFIT, "2016-09", source));
        assertThat(office.claims(claims).getInt("result.inserted")).isEqualTo(3);
        String order = office.draft(BENEFIT, "秋季学期补助").statusCode(201).extract().path("id");
        tellAndWait(office, BenefitOffice.left(student, first, county.village(1), "DEATH"), "PERSON_DEAD", first);
        office.step(county.reviewer(), order, "CHECK")
                .statusCode(200)
                .body("payments", equalTo(2))
                .body("refused", equalTo(1))
                .body("refusedAmount", equalTo("1500.00"));
        office.step(county.head(), order, "APPROVE").statusCode(200);
        tellAndWait(
                office, Neighbour.household(second, county.village(1), 3, "REMOVED", 2), "HOUSEHOLD_REMOVED", second);
        var prepared = office.batch(Map.of("disbursements", List.of(order)));
        assertThat(prepared.getInt("result.payments")).as(prepared.prettify()).isEqualTo(1);
        county.auditor()
                .get("/v1/payables?disbursement=" + order + "&refused=true")
                .then()
                .statusCode(200)
                .body("items.refusal.sort()", equalTo(List.of("HOUSEHOLD_REMOVED", "PERSON_DEAD")));
        assertThat(office.balance("IN_TRANSIT")).isEqualTo("1500.00");
        office.proves();
    }

    /** A claim that must be rejected for the reason that was told shows that it has arrived. */
    private static void tellAndWait(BenefitOffice office, Neighbour.Told told, String reason, UUID household) {
        Neighbour.tell("identification.register", List.of(told));
        var source = office.county().source("探针 " + told.key());
        soon().until(() -> {
            var person = told.type().endsWith("person-left") ? UUID.fromString(told.key()) : UUID.randomUUID();
            var job = office.claims(
                    List.of(claim(UUID.randomUUID(), household, person, "SCHOOL_LEAVER_TRAINING", "2016-09", source)
                            .replace("\"year\"", "\"amount\": \"1.00\", \"year\"")));
            return office.county()
                    .author()
                    .get("/v1/imports/" + job.getString("id") + "/rejections")
                    .asString()
                    .contains(reason);
        });
    }

    @Test
    void badClaimsAreRejectedOneByOne() {
        var county = new County("450724");
        var office = new BenefitOffice(county);
        var poor = UUID.randomUUID();
        office.settle(Map.of(poor, "POOR"));
        var source = county.source("补助资金 450724");
        county.budget(source, "10000.00", "文1");
        var person = UUID.randomUUID();
        var good = claim(UUID.randomUUID(), poor, person, BENEFIT, "2016-09", source);
        var other = claim(UUID.randomUUID(), poor, UUID.randomUUID(), BENEFIT, "2016-09", source);
        var job = office.claims(List.of(
                good,
                other.replace("\"year\"", "\"amount\": \"1.005\", \"year\""),
                other.replace("\"year\"", "\"amount\": \"-1.00\", \"year\""),
                other.replace("\"year\"", "\"amount\": \"100000000000000000.00\", \"year\""),
                other.replace("\"year\"", "\"amount\": \"1500.01\", \"year\""),
                claim(UUID.randomUUID(), poor, person, BENEFIT, "2016-09", source)
                        .replace("09-01", "09-02"),
                claim(UUID.randomUUID(), poor, UUID.randomUUID(), "PENSION", "2016-09", source),
                claim(
                        UUID.randomUUID(),
                        poor,
                        UUID.randomUUID(),
                        BENEFIT,
                        "2016-09",
                        UUID.randomUUID().toString()),
                claim(UUID.randomUUID(), poor, UUID.randomUUID(), "MEDICAL_AID", "2016-09", source)));
        assertThat(office.rejections(job))
                .containsExactlyInAnyOrder(
                        "2 not-money",
                        "3 not-money",
                        "4 not-money",
                        "5 above-benefit",
                        "6 claimed-before",
                        "7 unknown-benefit",
                        "8 unknown-source",
                        "9 amount-missing");
        assertThat(job.getInt("result.inserted")).isEqualTo(1);
        var later = office.claims(List.of(claim(UUID.randomUUID(), poor, person, BENEFIT, "2016-09", source)));
        assertThat(office.rejections(later)).containsExactly("1 claimed-before");
        office.draft(BENEFIT, "发放奖金")
                .statusCode(422)
                .body("code", equalTo("on-negative-list"))
                .body("item", equalTo("BONUSES"));
        office.draft("PENSION", "养老").statusCode(422).body("code", equalTo("unknown-benefit"));
        office.proves();
    }

    @Test
    void aClaimHasItsGroundAndItsPersonAndAYearItsNegativeList() {
        var county = new County("450647");
        var office = new BenefitOffice(county);
        var poor = UUID.randomUUID();
        office.settle(Map.of(poor, "POOR"));
        var source = county.source("补助资金 450647");
        var person = UUID.randomUUID();
        var job = office.claims(List.of(
                claim(UUID.randomUUID(), poor, person, BENEFIT, "2016-09", source)
                        .replace("学籍在册", " "),
                claim(UUID.randomUUID(), poor, person, BENEFIT, "2016-10", source)
                        .replace("\"personId\": \"" + person + "\", ", "")));
        assertThat(office.rejections(job)).containsExactlyInAnyOrder("1 blank-basis", "2 person-missing");
        Map<String, Object> rule = new HashMap<>(Map.of(
                "benefit", "WINTER_AID", "division", "450647000000", "version", "2009", "validFrom", "2009-01-01"));
        rule.putAll(Map.of(
                "zh", "冬令救助", "en", "Winter aid", "receiver", "HOUSEHOLD", "period", "YEAR", "afterExit", "ENDS"));
        rule.putAll(Map.of("monitored", false, "source", "县发〔2009〕1号"));
        county.head().body(rule).post("/v1/benefit-rules").then().statusCode(201);
        county.author()
                .body(Map.of("county", "450647", "benefit", "WINTER_AID", "year", 2010, "purpose", "冬令"))
                .post("/v1/disbursements")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-negative-list"));
    }

    @Test
    void aBatchPaysOneCounty() {
        var orders = new ArrayList<String>();
        for (var code : List.of("450648", "450649")) {
            var county = new County(code);
            var office = new BenefitOffice(county);
            var poor = UUID.randomUUID();
            office.settle(Map.of(poor, "POOR"));
            var source = county.source("补助资金 " + code);
            county.budget(source, "10000.00", "文1");
            office.claims(List.of(claim(UUID.randomUUID(), poor, UUID.randomUUID(), BENEFIT, "2016-09", source)));
            orders.add(office.approved(BENEFIT));
        }
        String job = Client.as("finance-officer", "4506")
                .body(Map.of("disbursements", orders))
                .post("/v1/payment-batches")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(Client.ended("finance-officer", "4506", job).getString("problem.code"))
                .isEqualTo("several-counties");
    }

    @Test
    void theBankMayNotAnswerForTheUnknownNorTwiceNorOtherwise() {
        var county = new County("450725");
        var office = new BenefitOffice(county);
        var poor = UUID.randomUUID();
        office.settle(Map.of(poor, "POOR"));
        var source = county.source("补助资金 450725");
        county.budget(source, "10000.00", "文1");
        var claims = List.of(claim(UUID.randomUUID(), poor, UUID.randomUUID(), BENEFIT, "2016-09", source));
        assertThat(office.claims(claims).getInt("result.inserted")).isEqualTo(1);
        String batch = office.batch(Map.of("disbursements", List.of(office.approved(BENEFIT))))
                .getString("result.batchId");
        String payment = office.payments(batch).getString("items[0].id");
        var bad = office.results(
                batch,
                List.of(
                        result(UUID.randomUUID().toString(), "1500.00", "PAID"),
                        result(payment, "1500.01", "PAID"),
                        result(payment, "1500.00", "PAID").replace("2016-10-12", "2999-10-12"),
                        result(payment, "1500.00", "FAILED").replace("\"reason\": \"账户不存在\", ", "")));
        assertThat(office.rejections(bad))
                .containsExactlyInAnyOrder(
                        "1 unknown-payment", "2 other-amount", "3 result-in-future", "4 failure-without-reason");
        assertThat(office.balance("IN_TRANSIT")).isEqualTo("1500.00");
        office.proves();
        var both = office.results(
                batch, List.of(result(payment, "1500.00", "PAID"), result(payment, "1500.00", "FAILED")));
        assertThat(office.rejections(both)).containsExactly("2 repeated-row");
        var second = office.results(batch, List.of(result(payment, "1500.00", "FAILED")));
        assertThat(office.rejections(second)).containsExactly("1 result-recorded-before");
        assertThat(office.balance("PAID")).isEqualTo("1500.00");
        office.proves();
        county.author()
                .get("/v1/payment-batches/" + UUID.randomUUID() + "/file")
                .then()
                .statusCode(404);
        new County("450726").author().get("/v1/payments/" + payment).then().statusCode(404);
    }
}
