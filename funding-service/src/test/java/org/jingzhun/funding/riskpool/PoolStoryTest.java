package org.jingzhun.funding.riskpool;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.testing.Borrowers;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.junit.jupiter.api.Test;

/** Treasury and lender fill a pool; it stands for loans, pays for a loss, gets money back, and stops lending. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class PoolStoryTest {

    private static final Borrowers COUNTY = new Borrowers("450623");

    private static String pool(Borrowers county, String name, Map<String, Object> more) {
        return setUp(county, name, more).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse setUp(Borrowers county, String name, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "county", county.code(), "name", name, "products", List.of("MICRO_CREDIT"), "agreedOn", "2016-01-01"));
        body.putAll(more);
        return county.finance("author").body(body).post("/v1/risk-pools").then();
    }

    private static String source(Borrowers county, String name, String kind) {
        return county.finance("author")
                .body(Map.of("name", name, "kind", kind, "level", "COUNTY"))
                .post("/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse contribute(
            Borrowers county, String pool, String payer, String source, String amount, String document) {
        return county.finance("author")
                .body(Map.of(
                        "payer", payer, "source", source, "year", 2016, "amount", amount, "documentNumber", document))
                .post("/v1/risk-pools/" + pool + "/contributions")
                .then();
    }

    private static ValidatableResponse standing(Borrowers county, String pool, String on) {
        return county.auditor()
                .get("/v1/risk-pools/" + pool + "?on=" + on)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse claim(Borrowers county, String pool, String loan, Map<String, Object> more) {
        Map<String, Object> body =
                new HashMap<>(Map.of("loan", loan, "reason", "OVERDUE", "evidence", "催收通知书", "on", "2017-04-10"));
        body.putAll(more);
        return county.bank()
                .body(body)
                .post("/v1/risk-pools/" + pool + "/claims")
                .then();
    }

    private static ValidatableResponse step(Borrowers county, String person, String claim, String step) {
        var who = person.equals("head") ? county.head() : county.finance(person);
        return who.body(Map.of("step", step))
                .post("/v1/pool-claims/" + claim + "/steps")
                .then();
    }

    private static ValidatableResponse recover(String claim, String amount, String reference) {
        return COUNTY.bank()
                .body(Map.of("amount", amount, "receivedOn", "2018-01-10", "reference", reference))
                .post("/v1/pool-claims/" + claim + "/recoveries")
                .then();
    }

    @Test
    void aLossIsSharedToTheFenAndComesBackByTheSameShares() {
        var pool = pool(COUNTY, "扶贫小额信贷风险补偿金", Map.of("leverage", 5, "stopCompensated", "0.30"));
        setUp(COUNTY, "扶贫小额信贷风险补偿金", Map.of()).statusCode(409).body("code", equalTo("pool-name-taken"));
        setUp(COUNTY, "另一个", Map.of("poolShare", "0.95")).statusCode(422).body("code", equalTo("pool-outside-rules"));
        setUp(COUNTY, "另一个", Map.of("leverage", 11)).statusCode(422).body("code", equalTo("pool-outside-rules"));
        setUp(COUNTY, "另一个", Map.of("products", List.of("WOMEN")))
                .statusCode(422)
                .body("code", equalTo("pool-outside-rules"));
        fill(pool);

        var loan = COUNTY.running(COUNTY.household("POOR"), Map.of("pool", pool), "2016-01-10");
        standing(COUNTY, pool, "2016-06-01")
                .body("outstanding", equalTo("50000.00"))
                .body("headroom", equalTo("450000.00"))
                .body("state", equalTo("OPEN"));
        claim(COUNTY, pool, loan, Map.of("on", "2017-04-09"))
                .statusCode(409)
                .body("code", equalTo("loss-not-triggered"));
        claim(COUNTY, pool, loan, Map.of("interest", "999999.00"))
                .statusCode(422)
                .body("code", equalTo("above-loss"));
        String claim = claim(COUNTY, pool, loan, Map.of("interest", "543.77"))
                .statusCode(201)
                .body("principal", equalTo("50000.00"))
                .body("poolPart", equalTo("40435.01"))
                .body("lenderPart", equalTo("10108.76"))
                .body("daysOverdue", equalTo(90))
                .extract()
                .path("id");
        claim(COUNTY, pool, loan, Map.of()).statusCode(409).body("code", equalTo("loss-claimed"));
        recover(claim, "1.00", "Z0").statusCode(409).body("code", equalTo("claim-not-paid"));
        step(COUNTY, "author", claim, "PAY").statusCode(409).body("code", equalTo("step-not-open"));
        step(COUNTY, "author", claim, "CHECK").statusCode(200);
        step(COUNTY, "head", claim, "APPROVE").statusCode(200);
        step(COUNTY, "author", claim, "PAY").statusCode(200).body("stage", equalTo("PAID"));
        standing(COUNTY, pool, "2017-04-10")
                .body("balance", equalTo("59564.99"))
                .body("compensated", equalTo("40435.01"))
                .body("overdue", equalTo("0.00"))
                .body("compensationRate", equalTo("0.4043"))
                .body("state", equalTo("STOPPED"));

        var another = COUNTY.applied(COUNTY.household("POOR"), Map.of());
        reviewed(COUNTY, another);
        COUNTY.approve(another, Map.of("pool", pool))
                .statusCode(409)
                .body("code", equalTo("pool-stopped-by-compensation-rate"))
                .body("rate", equalTo("0.4043"))
                .body("threshold", equalTo("0.3000"));

        recover(claim, "20000.01", "Z1")
                .statusCode(201)
                .body("poolPart", equalTo("16000.01"))
                .body("lenderPart", equalTo("4000.00"));
        recover(claim, "1.00", "Z1").statusCode(409).body("code", equalTo("recovery-known"));
        recover(claim, "30543.77", "Z2").statusCode(422).body("code", equalTo("above-loss"));
        recover(claim, "30543.76", "Z2").statusCode(201).body("poolPart", equalTo("24435.00"));
        standing(COUNTY, pool, "2018-01-10")
                .body("balance", equalTo("100000.00"))
                .body("compensated", equalTo("0.00"))
                .body("state", equalTo("OPEN"));
        COUNTY.approve(another, Map.of("pool", pool)).statusCode(200);
        COUNTY.auditor().get("/v1/ledger/proof").then().body("holds", equalTo(true));
    }

    @Test
    void aPoolBearsTheLossesOfItsOwnLoansAlone() {
        var county = new Borrowers("450655");
        var next = new Borrowers("450656");
        var bank = Client.as("system", "4506", "bank@4506");
        var foreign = pool(next, "邻县风险补偿金", Map.of());
        var postal = pool(county, "邮储风险补偿金", Map.of("bank", "POSTAL_SAVINGS"));
        claim(county, postal, UUID.randomUUID().toString(), Map.of())
                .statusCode(422)
                .body("code", equalTo("not-a-loan-of-the-pool"));
        var loan = county.applied(county.household("POOR"), Map.of("amount", "1000.00"));
        reviewed(county, loan);
        county.approve(loan, Map.of("pool", postal)).statusCode(422).body("code", equalTo("pool-does-not-cover"));
        county.step(
                        bank,
                        loan,
                        "BANK_APPROVE",
                        Map.of(
                                "contract",
                                Map.of(
                                        "bank",
                                        "RURAL_CREDIT",
                                        "contractNumber",
                                        "HT-" + loan,
                                        "rate",
                                        "0.0435",
                                        "pool",
                                        foreign),
                                "on",
                                "2016-01-08"))
                .statusCode(422)
                .body("code", equalTo("pool-of-another-county"));
    }

    private static void reviewed(Borrowers county, String loan) {
        county.step(county.township(), loan, "VILLAGE_REVIEW", Map.of("ageConfirmed", true))
                .statusCode(200);
        county.rate(loan(county, loan), "GOOD", "TWO_OR_MORE");
    }

    private static String loan(Borrowers county, String loan) {
        return county.auditor().get("/v1/loans/" + loan).path("householdId");
    }

    private static String fund(String kind, String name) {
        return COUNTY.finance("author")
                .body(Map.of(
                        "kind",
                        kind,
                        "division",
                        COUNTY.code() + "000000",
                        "name",
                        name,
                        "foundedOn",
                        "2016-01-01",
                        "documentNumber",
                        "文1"))
                .post("/v1/funds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse fromFund(
            String pool, String fund, String source, String amount, String document) {
        return COUNTY.finance("author")
                .body(Map.of(
                        "payer",
                        "TREASURY",
                        "fund",
                        fund,
                        "source",
                        source,
                        "year",
                        2016,
                        "amount",
                        amount,
                        "documentNumber",
                        document))
                .post("/v1/risk-pools/" + pool + "/contributions")
                .then();
    }

    /** The treasury pays in from the county's fund for the sharing of risks, which must hold it; the lender from outside. */
    private static void fill(String pool) {
        var treasury = source(COUNTY, "风险补偿金财政资金", "SPECIAL_FUND");
        var lender = source(COUNTY, "信用社出资", "LENDER");
        var fund = fund("CREDIT_RISK_SHARING", "分险基金");
        contribute(COUNTY, pool, "TREASURY", treasury, "70000.00", "文1")
                .statusCode(422)
                .body("code", equalTo("pool-fund-mismatch"));
        fromFund(pool, fund, treasury, "70000.00", "文1")
                .statusCode(409)
                .body("code", equalTo("fund-exhausted"))
                .body("available", equalTo("0.00"));
        fromFund(pool, fund("MEDICAL_AID", "卫生基金"), treasury, "70000.00", "文1")
                .statusCode(422)
                .body("code", equalTo("no-pools-here"));
        var _ = new County(COUNTY.code()).budget(treasury, "80000.00", "文0");
        COUNTY.finance("author")
                .body(Map.of(
                        "origin",
                        "BUDGET",
                        "source",
                        treasury,
                        "year",
                        2016,
                        "amount",
                        "80000.00",
                        "documentNumber",
                        "文0"))
                .post("/v1/funds/" + fund + "/contributions")
                .then()
                .statusCode(201);
        contribute(COUNTY, pool, "LENDER", treasury, "30000.00", "文2")
                .statusCode(422)
                .body("code", equalTo("pool-source-mismatch"));
        fromFund(pool, fund, lender, "30000.00", "文2").statusCode(422).body("code", equalTo("pool-source-mismatch"));
        fromFund(pool, fund, treasury, "70000.00", "文1").statusCode(201).body("fund", equalTo(fund));
        fromFund(pool, fund, treasury, "70000.00", "文1").statusCode(409).body("code", equalTo("contribution-known"));
        contribute(COUNTY, pool, "LENDER", lender, "30000.00", "文2").statusCode(201);
        standing(COUNTY, pool, "2016-01-10")
                .body("contributed", equalTo("100000.00"))
                .body("balance", equalTo("100000.00"));
        COUNTY.auditor()
                .get("/v1/risk-pools/" + pool + "/contributions")
                .then()
                .body("items.payer", contains("TREASURY", "LENDER"));
        COUNTY.auditor().get("/v1/funds/" + fund).then().body("available", equalTo("10000.00"));
        COUNTY.auditor().get("/v1/funds/" + fund + "/use").then().body("items.kind", contains("CONTRIBUTION", "POOL"));
        COUNTY.auditor().get("/v1/funds/" + fund + "/utilisation").then().body("usedRate", equalTo("0.8750"));
    }

    @Test
    void aPoolStandsForNoMoreThanItsLeverageAndNotForLoansThatAreOverdue() {
        var county = new Borrowers("450624");
        var pool = pool(county, "补偿金", Map.of("leverage", 5));
        var lender = source(county, "农商行出资", "LENDER");
        contribute(county, pool, "LENDER", lender, "19999.99", "文1").statusCode(201);
        county.running(county.household("POOR"), Map.of("pool", pool, "months", 36), lastMonth());
        var more = county.applied(county.household("POOR"), Map.of());
        reviewed(county, more);
        county.approve(more, Map.of("pool", pool))
                .statusCode(409)
                .body("code", equalTo("pool-exhausted"))
                .body("committed", equalTo("50000.00"))
                .body("most", equalTo("99999.95"));
        contribute(county, pool, "LENDER", lender, "30000.01", "文2").statusCode(201);
        county.approve(more, Map.of("pool", pool)).statusCode(200);
        standing(county, pool, lastMonth()).body("promised", equalTo("50000.00"));
        county.step(county.cashier(), more, "DISBURSE", Map.of("on", "2016-01-10"))
                .statusCode(200);

        var third = county.applied(county.household("POOR"), Map.of("amount", "1.00"));
        reviewed(county, third);
        county.approve(third, Map.of("pool", pool))
                .statusCode(409)
                .body("code", equalTo("pool-stopped-by-overdue-rate"))
                .body("threshold", equalTo("0.0500"));
        county.repay(more, "2017-01-10", "50000.00", "2211.25", "R1").statusCode(201);
        county.approve(third, Map.of("pool", pool)).statusCode(200);
        new Borrowers("450625").auditor().get("/v1/risk-pools/" + pool).then().statusCode(404);
    }

    /** A loan that is not overdue today. */
    private static String lastMonth() {
        return LocalDate.now(Clocks.SHANGHAI).minusDays(30).toString();
    }

    @Test
    void aRejectedClaimIsClaimedAnewAndAPoolThatHoldsTooLittlePaysNothing() {
        var county = new Borrowers("450626");
        var pool = pool(county, "补偿金", Map.of("leverage", 10));
        contribute(county, pool, "LENDER", source(county, "邮储行出资", "LENDER"), "5000.00", "文1")
                .statusCode(201);
        var loan = county.running(county.household("POOR"), Map.of("pool", pool), "2016-01-10");
        String first = claim(county, pool, loan, Map.of("reason", "DISASTER", "on", "2016-05-01"))
                .statusCode(201)
                .body("principal", equalTo("50000.00"))
                .extract()
                .path("id");
        step(county, "author", first, "REJECT").statusCode(200).body("stage", equalTo("REJECTED"));
        String second =
                claim(county, pool, loan, Map.of()).statusCode(201).extract().path("id");
        step(county, "author", second, "CHECK").statusCode(200);
        step(county, "head", second, "APPROVE").statusCode(200);
        step(county, "author", second, "PAY").statusCode(409).body("code", equalTo("pool-not-enough"));
    }
}
