package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.jingzhun.funding.testing.Soon.soon;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.Test;

/** Funds are filled, help last, lend and get back: over HTTP, with what is refused on the way. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class FundStoryTest {

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private static List<UUID> settle(County county, int count) {
        List<UUID> ids = new ArrayList<>();
        List<Neighbour.Told> told = new ArrayList<>();
        for (int h = 0; h < count; h++) {
            var id = UUID.randomUUID();
            ids.add(id);
            told.add(Neighbour.household(id, county.village(1), 4, "POOR", 1));
        }
        Neighbour.tell(
                "identification.village", List.of(Neighbour.division(county.village(1), "VILLAGE", true, 900, 1)));
        Neighbour.tell("identification.register", told);
        soon().until(() -> Client.as("auditor", county.code())
                .get("/v1/villages?division=" + county.village(1))
                .jsonPath()
                .getList("items.poorHouseholds")
                .equals(List.of(count)));
        return ids;
    }

    private static RequestSpecification township(County county) {
        return Client.as("township-officer", county.code() + "900", "township@" + county.code());
    }

    private static String fund(County county, String kind, String division) {
        return county.author()
                .body(Map.of(
                        "kind",
                        kind,
                        "division",
                        division,
                        "name",
                        kind,
                        "foundedOn",
                        "2016-01-01",
                        "documentNumber",
                        "文1"))
                .post("/v1/funds")
                .then()
                .statusCode(201)
                .body("available", equalTo("0.00"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse contribute(
            County county, String fund, String origin, String source, String amount) {
        return county.author()
                .body(Map.of(
                        "origin",
                        origin,
                        "source",
                        source,
                        "year",
                        2016,
                        "amount",
                        amount,
                        "documentNumber",
                        origin + amount))
                .post("/v1/funds/" + fund + "/contributions")
                .then();
    }

    private static ValidatableResponse step(RequestSpecification person, String aid, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/fund-aids/" + aid + "/steps")
                .then();
    }

    private static String paid(County county, String aid) {
        step(county.author(), aid, "VERIFY").statusCode(403).body("code", equalTo("not-this-office"));
        step(township(county), aid, "VERIFY").statusCode(200);
        step(county.author(), aid, "REVIEW").statusCode(409).body("code", equalTo("same-person"));
        step(county.reviewer(), aid, "REVIEW").statusCode(200);
        step(county.author(), aid, "PAY").statusCode(409).body("code", equalTo("step-not-open"));
        step(county.head(), aid, "APPROVE").statusCode(200);
        step(county.reviewer(), aid, "PAY").statusCode(409).body("code", equalTo("same-person"));
        step(county.author(), aid, "PAY").statusCode(200).body("stage", equalTo("PAYING"));
        step(county.author(), aid, "PAY").statusCode(409).body("code", equalTo("step-not-open"));
        step(county.author(), aid, "ARRIVE").statusCode(422).body("code", equalTo("aid-step-taken-elsewhere"));
        return aid;
    }

    /** Pays all that is due of a benefit, by a disbursement and a batch, as the bank says. */
    private static void bankSays(County county, String benefit, String result) {
        var office = new BenefitOffice(county);
        var order = office.approved(benefit);
        String batch = office.batch(Map.of("disbursements", List.of(order))).getString("result.batchId");
        var sent = office.payments(batch);
        List<String> ids = sent.getList("items.id");
        List<String> amounts = sent.getList("items.amount");
        List<String> lines = new ArrayList<>();
        for (int p = 0; p < ids.size(); p++) {
            lines.add("""
                    {"paymentId": "%s", "amount": "%s", "result": "%s", "reason": "账户不存在", "on": "%s"}""".formatted(ids.get(p), amounts.get(p), result, today()));
        }
        assertThat(office.results(batch, lines).getInt("result.updated")).isEqualTo(ids.size());
        if (result.equals("FAILED")) {
            ids.forEach(id -> office.paymentStep(county.author(), id, "RETURN").statusCode(200));
        }
    }

    private static Map<String, Object> medical(UUID household, String amount, boolean exhausted) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("purpose", "OWN_PAYMENT");
        asked.put("household", household.toString());
        asked.put("amount", amount);
        asked.put("cost", "20000.00");
        asked.put("year", 2017);
        asked.put("evidence", List.of("HOSPITAL_BILL", "SETTLEMENT_SHEET"));
        if (exhausted) {
            asked.put(
                    "otherAid",
                    List.of(
                            Map.of(
                                    "code",
                                    "BASIC_INSURANCE",
                                    "outcome",
                                    "RECEIVED",
                                    "amount",
                                    "14000.00",
                                    "evidence",
                                    "结算单"),
                            Map.of("code", "SERIOUS_ILLNESS_INSURANCE", "outcome", "NOT_ENTITLED", "evidence", "说明"),
                            Map.of("code", "MEDICAL_RELIEF", "outcome", "REFUSED", "evidence", "告知书")));
        }
        return asked;
    }

    private static ValidatableResponse ask(County county, String fund, String form, Map<String, Object> asked) {
        return county.author()
                .body(asked)
                .post("/v1/funds/" + fund + "/" + form)
                .then();
    }

    @Test
    void theMedicalFundHelpsLastAndNeverMoreThanItHolds() {
        var county = new County("450531");
        var households = settle(county, 2);
        var source = county.source("医疗基金来源");
        county.budget(source, "8000.00", "文1");
        var fund = fund(county, "MEDICAL_AID", county.code() + "000000");
        contribute(county, fund, "BUDGET", source, "8000.01").statusCode(409).body("code", equalTo("source-overdrawn"));
        contribute(county, fund, "MEMBERS", source, "1.00").statusCode(422).body("code", equalTo("no-members-here"));
        contribute(county, fund, "BUDGET", source, "8000.00").statusCode(201).body("available", equalTo("8000.00"));
        contribute(county, fund, "BUDGET", source, "8000.00").statusCode(409);

        ask(county, fund, "grants", medical(households.getFirst(), "5400.01", false))
                .statusCode(422)
                .body("code", equalTo("fund-rule-broken"))
                .body("rule", equalTo("2016"))
                .body("errors.code", contains("other-aid-first"));
        ask(county, fund, "grants", medical(households.getFirst(), "5400.01", true))
                .statusCode(422)
                .body("errors.code", contains("above-own-payment"));
        ask(county, fund, "grants", medical(UUID.randomUUID(), "100.00", true))
                .statusCode(422)
                .body("errors.code", contains("not-eligible"));
        ask(county, fund, "loans", medical(households.getFirst(), "100.00", true))
                .statusCode(422)
                .body("errors.code", contains("wrong-form"));
        var first = ask(county, fund, "grants", medical(households.getFirst(), "5400.00", true))
                .statusCode(201)
                .body("aboveCap", equalTo(true))
                .body("rule", equalTo("2016"))
                .extract()
                .<String>path("id");
        ask(county, fund, "grants", medical(households.getFirst(), "4600.01", true))
                .statusCode(422)
                .body("errors.code", contains("above-cap"));
        var second = ask(county, fund, "grants", medical(households.getLast(), "5000.00", true))
                .statusCode(201)
                .extract()
                .<String>path("id");
        paid(county, first);
        step(township(county), second, "VERIFY").statusCode(200);
        step(county.reviewer(), second, "REVIEW").statusCode(200);
        step(county.head(), second, "APPROVE").statusCode(200);
        step(county.author(), second, "PAY")
                .statusCode(409)
                .body("code", equalTo("fund-exhausted"))
                .body("available", equalTo("2600.00"));
        bankSays(county, "FUND_GRANT", "FAILED");
        county.auditor().get("/v1/funds/" + fund).then().body("available", equalTo("8000.00"));
        step(county.author(), first, "PAY").statusCode(200).body("stage", equalTo("PAYING"));
        county.auditor().get("/v1/funds/" + fund).then().body("available", equalTo("2600.00"));
        bankSays(county, "FUND_GRANT", "PAID");
        county.auditor()
                .get("/v1/fund-aids/" + first)
                .then()
                .body("stage", equalTo("PAID"))
                .body("paidOn", equalTo(today()))
                .body("steps.step", contains("APPLY", "VERIFY", "REVIEW", "APPROVE", "PAY", "BOUNCE", "PAY", "ARRIVE"));
        step(county.head(), first, "WRITE_OFF").statusCode(409).body("code", equalTo("same-person"));

        county.auditor()
                .get("/v1/funds/" + fund + "/utilisation")
                .then()
                .body("granted", equalTo("5400.00"))
                .body("available", equalTo("2600.00"))
                .body("usedRate", equalTo("0.6750"))
                .body("belowSize", equalTo(false));
        county.auditor().get("/v1/funds/" + fund + "/use").then().body("items.kind", contains("CONTRIBUTION", "GRANT"));
        county.auditor().get("/v1/ledger/proof").then().body("holds", equalTo(true));
    }

    @Test
    void aidThatFundingItselfPaidCannotBeLeftOut() {
        var county = new County("450537");
        var households = settle(county, 1);
        var source = county.source("救助基金来源");
        county.budget(source, "9000.00", "文1");
        var fund = fund(county, "EDUCATION_AID", county.code() + "000000");
        contribute(county, fund, "BUDGET", source, "4000.00").statusCode(201);
        var office = new BenefitOffice(county);
        var claim = BenefitOffice.claim(
                UUID.randomUUID(), households.getFirst(), UUID.randomUUID(), "RAIN_AND_DEW", "2016-03", source);
        assertThat(office.claims(List.of(claim)).getInt("result.inserted")).isEqualTo(1);
        bankSays(county, "RAIN_AND_DEW", "PAID");
        Map<String, Object> asked = new HashMap<>(Map.of(
                "purpose",
                "SCHOOLING",
                "household",
                households.getFirst().toString(),
                "amount",
                "500.00",
                "year",
                2016,
                "evidence",
                List.of("ENROLMENT_PROOF", "FEE_RECEIPT")));
        asked.put("otherAid", schooling("REFUSED"));
        ask(county, fund, "grants", asked).statusCode(422).body("errors.code", contains("other-aid-undeclared"));
        asked.put("otherAid", schooling("RECEIVED"));
        ask(county, fund, "grants", asked).statusCode(201);
    }

    private static List<Map<String, String>> schooling(String rainAndDew) {
        return List.of(
                Map.of("code", "RAIN_AND_DEW", "outcome", rainAndDew, "evidence", "名册"),
                Map.of("code", "STUDENT_AID", "outcome", "NOT_ENTITLED", "evidence", "说明"));
    }

    @Test
    void theVillageLendsToItsMembersAndGetsItBackWithTheFee() {
        var county = new County("450532");
        var households = settle(county, 4);
        var source = county.source("互助资金来源");
        county.budget(source, "3000.00", "文1");
        var fund = fund(county, "MUTUAL_AID", county.village(1));
        contribute(county, fund, "BUDGET", source, "3000.00").statusCode(201);
        contribute(county, fund, "MEMBERS", source, "2000.00").statusCode(201).body("available", equalTo("5000.00"));
        join(county, fund, households.subList(0, 3)).statusCode(201);
        join(county, fund, households.subList(2, 3)).statusCode(409).body("code", equalTo("membership"));

        var asked = new HashMap<String, Object>(Map.of(
                "purpose",
                "PRODUCTION",
                "household",
                households.get(3).toString(),
                "amount",
                "4000.00",
                "year",
                2017,
                "months",
                24,
                "evidence",
                List.of("LOAN_APPLICATION")));
        ask(county, fund, "loans", asked)
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("not-a-member", "guarantors-missing", "term-too-long"));
        asked.put("household", households.get(0).toString());
        asked.put(
                "guarantors",
                List.of(households.get(1).toString(), households.get(2).toString()));
        asked.put("months", 12);
        var loan = ask(county, fund, "loans", asked)
                .statusCode(201)
                .body("feeRate", equalTo("0.0600"))
                .extract()
                .<String>path("id");
        ask(county, fund, "loans", asked).statusCode(422).body("errors.code", contains("loan-outstanding"));
        repay(county, loan, "1.00", today()).statusCode(409).body("code", equalTo("not-lent"));
        paid(county, loan);
        repay(county, loan, "1.00", today()).statusCode(409).body("code", equalTo("not-lent"));
        bankSays(county, "FUND_LOAN", "PAID");
        village(county).get("/v1/fund-aids/" + loan).then().statusCode(200).body("owed", equalTo("4000.00"));

        repay(county, loan, "4000.01", today()).statusCode(422).body("code", equalTo("above-debt"));
        repay(county, loan, "100.00", "2017-01-01").statusCode(422).body("code", equalTo("day-invalid"));
        repay(county, loan, "1500.00", today()).statusCode(201).body("owed", equalTo("2500.00"));
        step(county.head(), loan, "SETTLE").statusCode(422).body("code", equalTo("aid-step-taken-elsewhere"));
        repay(county, loan, "2500.00", today()).statusCode(201).body("stage", equalTo("SETTLED"));
        repay(county, loan, "0.01", today()).statusCode(409).body("code", equalTo("not-lent"));
        county.auditor()
                .get("/v1/fund-aids/" + loan + "/repayments")
                .then()
                .body("kind", contains("LOAN", "REPAYMENT", "REPAYMENT"));
        county.auditor()
                .get("/v1/fund-utilisation?division=" + county.code())
                .then()
                .body("items", hasSize(1))
                .body("items[0].available", equalTo("5000.00"))
                .body("items[0].lent", equalTo("4000.00"))
                .body("items[0].repaid", equalTo("4000.00"))
                .body("items[0].outstanding", equalTo("0.00"))
                .body("items[0].belowSize", equalTo(true));
        county.auditor()
                .get("/v1/funds/" + fund + "/utilisation?year=2016")
                .then()
                .body("lent", equalTo("0.00"))
                .body("available", equalTo("0.00"));
        leave(county, fund, households.get(1)).statusCode(200);
        leave(county, fund, households.get(1)).statusCode(409).body("code", equalTo("membership"));
        county.auditor().get("/v1/ledger/proof").then().body("holds", equalTo(true));
    }

    private static RequestSpecification village(County county) {
        return Client.as("village-officer", county.village(1));
    }

    private static ValidatableResponse join(County county, String fund, List<UUID> households) {
        return village(county)
                .body(Map.of(
                        "households",
                        households.stream().map(UUID::toString).toList(),
                        "group",
                        1,
                        "joinedOn",
                        "2016-02-01"))
                .post("/v1/funds/" + fund + "/members")
                .then();
    }

    private static ValidatableResponse leave(County county, String fund, UUID household) {
        return village(county)
                .body(Map.of("household", household.toString(), "leftOn", today()))
                .post("/v1/funds/" + fund + "/departures")
                .then();
    }

    private static ValidatableResponse repay(County county, String loan, String principal, String on) {
        return county.author()
                .body(Map.of("principal", principal, "repaidOn", on))
                .post("/v1/fund-aids/" + loan + "/repayments")
                .then();
    }

    @Test
    void anAdministratorLoadsARuleThatHoldsForItsCountyAlone() {
        var county = new County("450533");
        var other = new County("450534");
        Map<String, Object> rule = new HashMap<>();
        rule.put("kind", "COLLECTIVE_STARTUP");
        rule.put("purpose", "COLLECTIVE_PROJECT");
        rule.put("version", "450533-2017");
        rule.put("validFrom", "2017-06-01");
        rule.put("division", county.code() + "000000");
        rule.put("form", "GRANT");
        rule.put("receiver", "VILLAGE");
        rule.put("minimum", "0.00");
        rule.put("cap", "1000.00");
        rule.put("covered", "1");
        rule.put("feeRate", "0");
        rule.put("months", 0);
        rule.put("guarantors", 0);
        rule.put("membersOnly", false);
        rule.put("exhausted", List.of());
        rule.put("evidence", List.of());
        rule.put("source", "县发〔2017〕1号");
        load(rule).statusCode(201).body("mark", equalTo("LOCAL"));
        load(rule).statusCode(409).body("code", equalTo("fund-rule-exists"));
        rule.put("version", "other");
        rule.put("aboveCap", "1.00");
        load(rule).statusCode(422).body("code", equalTo("fund-rule-invalid"));
        rule.remove("aboveCap");
        rule.put("exhausted", List.of("WISHES"));
        load(rule).statusCode(422).body("code", equalTo("unknown-other-aid"));
        for (var place : List.of(county, other)) {
            var source = place.source("启动资金" + place.code());
            place.budget(source, "5000.00", "文1");
            var fund = fund(place, "COLLECTIVE_STARTUP", place.code() + "000000");
            contribute(place, fund, "BUDGET", source, "5000.00").statusCode(201);
            var refused = ask(
                            place,
                            fund,
                            "grants",
                            Map.of(
                                    "purpose",
                                    "COLLECTIVE_PROJECT",
                                    "village",
                                    place.village(1),
                                    "amount",
                                    "1000.01",
                                    "year",
                                    2017))
                    .statusCode(422)
                    .extract()
                    .jsonPath();
            assertThat(refused.getString("rule")).isEqualTo(place.equals(county) ? "450533-2017" : "2017");
            assertThat(refused.getList("errors.code", String.class))
                    .containsExactly(place.equals(county) ? "above-cap" : "evidence-missing");
        }
        ask(
                        county,
                        fund(county, "EDUCATION_AID", county.code() + "000000"),
                        "grants",
                        Map.of("purpose", "HOLIDAYS", "amount", "1.00", "year", 2017))
                .statusCode(422)
                .body("code", equalTo("fund-rule-missing"));
    }

    @Test
    void aFundHasItsPlaceAloneAndHelpsWhomItsRuleNames() {
        var county = new County("450652");
        var place = county.code() + "000000";
        var medical = fund(county, "MEDICAL_AID", place);
        county.author()
                .body(Map.of(
                        "kind",
                        "MEDICAL_AID",
                        "division",
                        place,
                        "name",
                        "MEDICAL_AID",
                        "foundedOn",
                        "2016-01-01",
                        "documentNumber",
                        "文2"))
                .post("/v1/funds")
                .then()
                .statusCode(409)
                .body("code", equalTo("fund-name-taken"));
        ask(
                        county,
                        medical,
                        "grants",
                        Map.of(
                                "purpose",
                                "OWN_PAYMENT",
                                "village",
                                county.village(1),
                                "amount",
                                "1.00",
                                "cost",
                                "100.00",
                                "year",
                                2017))
                .statusCode(422)
                .body("errors.code", hasItem("wrong-receiver"));
        ask(
                        county,
                        fund(county, "INDUSTRY_SUPPORT", place),
                        "loans",
                        Map.of(
                                "purpose",
                                "PRODUCTION",
                                "household",
                                UUID.randomUUID().toString(),
                                "amount",
                                "99.99",
                                "months",
                                12,
                                "year",
                                2017))
                .statusCode(422)
                .body("errors.code", hasItem("below-minimum"));
    }

    private static ValidatableResponse load(Map<String, Object> rule) {
        return Client.as("region-officer", "45")
                .body(rule)
                .post("/v1/fund-rules")
                .then();
    }
}
