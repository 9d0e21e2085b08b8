package org.jingzhun.funding.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Borrowers;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour;
import org.junit.jupiter.api.Test;

/** The bank sends its files and claims interest by the quarter; nothing is claimed twice. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class SubsidyStoryTest {

    private static final Borrowers COUNTY = new Borrowers("450627");
    private static final Borrowers FILES = new Borrowers("450628");

    private static ValidatableResponse claim(Borrowers county, int year, int quarter) {
        return county.bank()
                .body(Map.of(
                        "county",
                        county.code(),
                        "bank",
                        "RURAL_CREDIT",
                        "product",
                        "MICRO_CREDIT",
                        "year",
                        year,
                        "quarter",
                        quarter))
                .post("/v1/subsidy-claims")
                .then();
    }

    private static ValidatableResponse step(String person, String claim, Map<String, Object> body) {
        var who = person.equals("head") ? COUNTY.head() : COUNTY.finance(person);
        return who.body(body).post("/v1/subsidy-claims/" + claim + "/steps").then();
    }

    @Test
    void interestIsClaimedByTheQuarterCheckedDecidedAndPaidFromTheBudget() {
        var loan = COUNTY.running(COUNTY.household("POOR"), Map.of(), "2016-01-10");
        claim(COUNTY, 2030, 1).statusCode(422).body("code", equalTo("quarter-not-over"));
        claim(COUNTY, 2015, 4).statusCode(422).body("code", equalTo("nothing-to-claim"));
        String first = claim(COUNTY, 2016, 1)
                .statusCode(201)
                .body("amount", equalTo("495.42"))
                .body("lines", equalTo(1))
                .extract()
                .path("id");
        claim(COUNTY, 2016, 1).statusCode(409).body("code", equalTo("quarter-claimed"));
        step("author", first, Map.of("step", "CHECK")).statusCode(200);
        step("head", first, Map.of("step", "APPROVE")).statusCode(200);
        step("author", first, Map.of("step", "PAY")).statusCode(422).body("code", equalTo("claim-source-missing"));
        var county = new County(COUNTY.code());
        var source = county.source("贴息资金");
        var pay = Map.<String, Object>of("step", "PAY", "source", source, "year", 2016);
        step("author", first, pay).statusCode(409).body("code", equalTo("source-overdrawn"));
        var _ = county.budget(source, "495.42", "文1");
        step("author", first, pay).statusCode(200).body("stage", equalTo("PAYING"));
        step("author", first, Map.of("step", "ARRIVE")).statusCode(422).body("code", equalTo("claim-step-of-the-bank"));
        step("author", first, pay).statusCode(409).body("code", equalTo("step-not-open"));
        theBankIsPaidThroughABatch(county, first, pay);

        lateRepaymentIsMadeUpFor(loan);
        COUNTY.auditor().get("/v1/ledger/proof").then().body("holds", equalTo(true));
    }

    /** The first payment fails and is given back, the second arrives; nothing goes out twice. */
    private static void theBankIsPaidThroughABatch(County county, String claim, Map<String, Object> pay) {
        var office = new BenefitOffice(county);
        var failed = sent(office);
        assertThat(failed.getList("items.payee")).isEqualTo(List.of("RURAL_CREDIT"));
        assertThat(office.balance("IN_TRANSIT")).isEqualTo("495.42");
        answered(office, failed, "FAILED");
        office.paymentStep(county.author(), failed.getString("items[0].id"), "RETURN")
                .statusCode(200);
        stage(claim, "APPROVED").body("paidOn", nullValue());
        assertThat(office.balance("BUDGET")).isEqualTo("495.42");

        step("author", claim, pay).statusCode(200).body("stage", equalTo("PAYING"));
        var arrived = sent(office);
        answered(office, arrived, "PAID");
        stage(claim, "PAID")
                .body("paidOn", equalTo("2016-10-12"))
                .body("steps.step", contains("CLAIM", "CHECK", "APPROVE", "PAY", "BOUNCE", "PAY", "ARRIVE"));
        assertThat(office.balance("PAID")).isEqualTo("495.42");
        office.draft("LOAN_SUBSIDY", "贷款贴息").statusCode(422).body("code", equalTo("nothing-to-pay"));
        office.proves();
    }

    private static JsonPath sent(BenefitOffice office) {
        var order = office.approved("LOAN_SUBSIDY");
        var batch = office.batch(Map.of("disbursements", List.of(order)));
        assertThat(batch.getString("state")).as(batch.prettify()).isEqualTo("SUCCEEDED");
        return office.payments(batch.getString("result.batchId"));
    }

    private static void answered(BenefitOffice office, JsonPath payments, String result) {
        var table = "paymentId,amount,result,reason,on\n%s,495.42,%s,账户不存在,2016-10-12\n"
                .formatted(payments.getString("items[0].id"), result);
        var first = office.results(payments.getString("items[0].batch"), table);
        assertThat(first.getInt("result.updated")).as(first.prettify()).isEqualTo(1);
    }

    private static ValidatableResponse stage(String claim, String stage) {
        return COUNTY.auditor().get("/v1/subsidy-claims/" + claim).then().body("stage", equalTo(stage));
    }

    /**
     * Half was paid back on 10 March, which is told after the first quarter was claimed: 22 days of 25,000 were claimed too
     * much. Until the end of June 50,000 bore interest for 60 days and 25,000 for 113: 362.50 + 341.35 = 703.85.
     */
    private static void lateRepaymentIsMadeUpFor(String loan) {
        COUNTY.repay(loan, "2016-03-10", "25000.00", "0.00", "R1").statusCode(201);
        String second = claim(COUNTY, 2016, 2)
                .statusCode(201)
                .body("amount", equalTo("208.43"))
                .extract()
                .path("id");
        COUNTY.auditor()
                .get("/v1/subsidy-claims/" + second + "/lines")
                .then()
                .body("items.accrued", contains("703.85"))
                .body("items.before", contains("495.42"));
        step("author", second, Map.of("step", "REJECT")).statusCode(200);
        claim(COUNTY, 2016, 2).statusCode(201).body("amount", equalTo("208.43"));
        COUNTY.step(COUNTY.township(), loan, "USE_CHECK", Map.of("finding", "ENTERPRISE_USE", "remark", "公司使用"))
                .statusCode(200);
        claim(COUNTY, 2016, 3).statusCode(422).body("code", equalTo("nothing-to-claim"));
        whatWasPaidForAMisusedLoanComesBack(loan);
    }

    /** The second claim is open and holds the loan: it cannot be paid. What the first paid is owed, and goes back. */
    private static void whatWasPaidForAMisusedLoanComesBack(String loan) {
        String open = COUNTY.auditor()
                .get("/v1/subsidy-claims?division=" + COUNTY.code() + "&stage=CLAIMED")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        step("author", open, Map.of("step", "CHECK")).statusCode(200);
        step("head", open, Map.of("step", "APPROVE")).statusCode(200);
        var county = new County(COUNTY.code());
        String source =
                county.auditor().get("/v1/budgets?division=" + COUNTY.code()).path("items[0].source");
        step("author", open, Map.of("step", "PAY", "source", source, "year", 2016))
                .statusCode(409)
                .body("code", equalTo("claim-holds-misused-loans"))
                .body("detail", containsString(loan));
        step("author", open, Map.of("step", "REJECT")).statusCode(200);

        owed().body("items", hasSize(1))
                .body("items[0].loan", equalTo(loan))
                .body("items[0].finding", equalTo("ENTERPRISE_USE"))
                .body("items[0].owed", equalTo("495.42"));
        refund(loan, "495.43", "T0")
                .statusCode(422)
                .body("code", equalTo("refund-above-subsidy"))
                .body("owed", equalTo("495.42"));
        refund(loan, "95.42", "T1").statusCode(201).body("entry", notNullValue());
        refund(loan, "95.42", "T1").statusCode(409).body("code", equalTo("refund-known"));
        owed().body("items[0].owed", equalTo("400.00"));
        refund(loan, "400.00", "T2").statusCode(201);
        refund(loan, "0.01", "T3").statusCode(422).body("owed", equalTo("0.00"));
        owed().body("items", hasSize(0));
        COUNTY.auditor().get("/v1/subsidy-refunds?loan=" + loan).then().body("items.reference", contains("T1", "T2"));
        assertThat(new BenefitOffice(county).balance("BUDGET")).isEqualTo("495.42");
        assertThat(new BenefitOffice(county).balance("PAID")).isEqualTo("0.00");
    }

    private static ValidatableResponse owed() {
        return COUNTY.auditor()
                .get("/v1/subsidy-refunds/owed?division=" + COUNTY.code())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse refund(String loan, String amount, String reference) {
        return COUNTY.finance("author")
                .body(Map.of("loan", loan, "amount", amount, "receivedOn", "2018-01-10", "reference", reference))
                .post("/v1/subsidy-refunds")
                .then();
    }

    private static JsonPath imported(String kind, String csv) {
        String id = Client.as("system", FILES.code(), "bank@" + FILES.code())
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=" + kind)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(Client.ended("county-officer", FILES.code(), id).getString("state"))
                .isEqualTo("SUCCEEDED");
        return Client.as("system", FILES.code(), "bank@" + FILES.code())
                .get("/v1/imports/" + id)
                .jsonPath();
    }

    private static void rejected(JsonPath ended, String... codes) {
        Client.as("system", FILES.code(), "bank@" + FILES.code())
                .get("/v1/imports/" + ended.getString("id") + "/rejections")
                .then()
                .statusCode(200)
                .body("items.code", contains(codes));
    }

    @Test
    void theBanksMonthlyFilesGoInOnceAndBadRowsAreNamed() {
        var household = FILES.household("POOR");
        var other = FILES.household("POOR");
        var removed = FILES.household("REMOVED");
        var head = "bank,contractNumber,householdId,product,amount,rate,disbursedOn,maturesOn,loanUse\n";
        var row = "RURAL_CREDIT,%s,%s,MICRO_CREDIT,%s,%s,2016-01-10,%s,%s%n";
        var good = row.formatted("A1", household, "30000.00", "0.0435", "2017-01-10", "BREEDING");
        var file = head
                + good
                + row.formatted("A2", household, "20000.01", "0.0435", "2017-01-10", "BREEDING")
                + row.formatted("A3", other, "50000.01", "0.0435", "2017-01-10", "BREEDING")
                + row.formatted("A4", other, "100.00", "0.0435", "2017-01-10", "ENTERPRISE")
                + row.formatted("A5", other, "100.00", "0.0500", "2017-01-10", "BREEDING")
                + row.formatted("A6", removed, "100.00", "0.0435", "2017-01-10", "BREEDING")
                + row.formatted("A7", other, "100.00", "0.0435", "2015-01-10", "BREEDING")
                + row.formatted(
                        "A8", "01956a1f-7c00-7000-8000-00000000dead", "100.00", "0.0435", "2017-01-10", "TRADE");
        var first = imported("loans", file);
        assertThat(first.getInt("inserted")).as(first.prettify()).isEqualTo(1);
        rejected(
                first,
                "loan-above-limit",
                "amount-above-product",
                "loan-use-not-allowed",
                "rate-above-product",
                "household-not-eligible",
                "loan-days-out-of-order",
                "household-unknown");
        assertThat(imported("loans", head + good).getInt("unchanged")).isEqualTo(1);
        rejected(imported("loans", head + good.replace("30000.00", "29999.99")), "loan-recorded-otherwise");

        String loan = FILES.auditor()
                .get("/v1/loans?household=" + household)
                .then()
                .body("items", hasSize(1))
                .body("items[0].origin", equalTo("BANK_FILE"))
                .body("items[0].stage", equalTo("ACTIVE"))
                .extract()
                .path("items[0].id");
        repaymentsGoIn(loan);
        claim(FILES, 2016, 1).statusCode(422).body("code", equalTo("nothing-to-claim"));
        FILES.step(FILES.township(), loan, "USE_CHECK", Map.of("finding", "PROPER", "remark", "存栏三头"))
                .statusCode(200);
        claim(FILES, 2016, 1).statusCode(201).body("amount", equalTo("270.67"));
    }

    @Test
    void aBanksFileComesFromALenderAndTellsOfThePast() {
        var head = "bank,contractNumber,householdId,product,amount,rate,disbursedOn,maturesOn,loanUse\n";
        var row = "%s,L1," + FILES.household("POOR") + ",MICRO_CREDIT,100.00,0.0435,2016-01-10,2017-01-10,BREEDING\n";
        rejected(imported("loans", head + row.formatted("PAWN_SHOP")), "unknown-lender");
        assertThat(imported("loans", head + row.formatted("RURAL_CREDIT")).getInt("inserted"))
                .isEqualTo(1);
        var repayments = "bank,contractNumber,paidOn,principal,interest,penalty,reference\n";
        rejected(imported("repayments", repayments + "RURAL_CREDIT,L1,2999-01-10,1.00,0.00,,R1\n"), "paid-in-future");
    }

    /** A student's loan falls due in parts after school; whoever is only monitored borrows from 2021 on. */
    @Test
    void theBanksFileTakesStudentsAndWhoIsOnlyMonitored() {
        var household = FILES.household("POOR");
        var student = UUID.randomUUID();
        var monitored = UUID.randomUUID();
        Neighbour.tell(
                "identification.register", List.of(Neighbour.monitored(monitored, FILES.code() + "900201", 3, 1)));
        var head = "bank,contractNumber,householdId,product,amount,rate,disbursedOn,maturesOn,loanUse,"
                + "personId,schoolYear,schoolEndsOn\n";
        var year = "DEVELOPMENT_BANK,%s," + household + ",STUDENT,%s,0.0490,2016-09-01,2026-09-01,EDUCATION,";
        var of = student + ",2016,2020-06-30\n";
        var file = head
                + year.formatted("S1", "8000.00") + of
                + year.formatted("S2", "0.01") + of
                + year.formatted("S3", "8000.00") + student + ",2017,2020-06-30\n"
                + year.formatted("S4", "8000.00") + ",2017,2020-06-30\n";
        var first = imported("loans", file);
        assertThat(first.getInt("inserted")).as(first.prettify()).isEqualTo(2);
        rejected(first, "loan-above-limit", "student-fields");
        assertThat(imported("loans", file).getInt("unchanged")).isEqualTo(2);
        String loan = FILES.auditor()
                .get("/v1/loans?household=" + household)
                .then()
                .body("items", hasSize(2))
                .body("items[0].term.subsidisedTo", equalTo("2020-06-30"))
                .body("items[0].term.graceTo", equalTo("2023-06-30"))
                .body("items[0].contract.penaltyRate", equalTo("0.014700"))
                .extract()
                .path("items[0].id");
        FILES.schedule(loan, "2016-09-01")
                .body(
                        "instalments.principal.findAll { it != '0.00' }",
                        contains("2000.00", "2000.00", "2000.00", "2000.00"));

        var edge = "RURAL_CREDIT,%s," + monitored + ",MICRO_CREDIT,1000.00,0.0385,%s,%s,BREEDING,,,\n";
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> imported("loans", head + edge.formatted("M1", "2021-04-01", "2022-04-01"))
                                .getInt("rejected"),
                        rejected -> rejected == 0);
        rejected(imported("loans", head + edge.formatted("M2", "2016-04-01", "2017-04-01")), "household-not-eligible");
        FILES.auditor()
                .get("/v1/loans?household=" + monitored)
                .then()
                .body("items", hasSize(1))
                .body("items[0].village", equalTo(FILES.code() + "900201"));
    }

    /** 10,000 paid back: 30,000 bear interest for 60 days and 20,000 for 22, 217.50 + 53.17 = 270.67. */
    private static void repaymentsGoIn(String loan) {
        var head = "bank,contractNumber,paidOn,principal,interest,penalty,reference\n";
        var file = head
                + "RURAL_CREDIT,A1,2016-03-10,10000.00,0.00,,R1\n"
                + "RURAL_CREDIT,A1,2016-04-10,20000.01,0.00,,R2\n"
                + "RURAL_CREDIT,A9,2016-03-10,1.00,0.00,,R3\n"
                + "RURAL_CREDIT,A1,2016-03-10,1.00,0.00,1.00,R4\n"
                + "RURAL_CREDIT,A1,2016-01-09,1.00,0.00,,R5\n"
                + "RURAL_CREDIT,A1,2016-03-10,0.00,0.00,,R6\n";
        var first = imported("repayments", file);
        assertThat(first.getInt("inserted")).as(first.prettify()).isEqualTo(1);
        rejected(
                first,
                "principal-above-debt",
                "contract-unknown",
                "penalty-not-allowed",
                "paid-before-payout",
                "repayment-empty");
        assertThat(imported("repayments", head + "RURAL_CREDIT,A1,2016-03-10,10000.00,0.00,,R1\n")
                        .getInt("unchanged"))
                .isEqualTo(1);
        FILES.auditor().get("/v1/loans/" + loan).then().body("outstanding", equalTo("20000.00"));
    }
}
