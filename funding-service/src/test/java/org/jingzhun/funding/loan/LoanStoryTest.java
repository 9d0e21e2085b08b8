package org.jingzhun.funding.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Borrowers;
import org.junit.jupiter.api.Test;

/** A household borrows, the village confirms, the bank lends, the use is checked, the loan is paid back. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class LoanStoryTest {

    private static final Borrowers COUNTY = new Borrowers("450621");

    @Test
    void aMicroCreditGoesFromTheApplicationToItsSettlement() {
        var household = COUNTY.household("POOR");
        var loan = COUNTY.applied(household, Map.of());
        COUNTY.step(COUNTY.village(), loan, "VILLAGE_REVIEW", Map.of("ageConfirmed", true))
                .statusCode(409)
                .body("code", equalTo("same-person"));
        COUNTY.step(COUNTY.township(), loan, "VILLAGE_REVIEW", Map.of())
                .statusCode(422)
                .body("code", equalTo("age-not-confirmed"));
        COUNTY.step(COUNTY.township(), loan, "VILLAGE_REVIEW", Map.of("ageConfirmed", true))
                .statusCode(200)
                .body("stage", equalTo("REVIEWED"));

        COUNTY.approve(loan, Map.of()).statusCode(422).body("code", equalTo("household-not-rated"));
        COUNTY.rate(household, "NONE", "ONE");
        COUNTY.approve(loan, Map.of()).statusCode(422).body("code", equalTo("loan-above-line"));
        COUNTY.rate(household, "GOOD", "TWO_OR_MORE");
        COUNTY.approve(loan, Map.of("rate", "0.0436"))
                .statusCode(422)
                .body("code", equalTo("rate-above-cap"))
                .body("detail", containsString("0.043500"));
        COUNTY.approve(loan, Map.of("security", "GUARANTEE"))
                .statusCode(422)
                .body("code", equalTo("security-not-allowed"));
        COUNTY.approve(loan, Map.of("bank", "NOBODY")).statusCode(422).body("code", equalTo("unknown-code"));
        COUNTY.approve(loan, Map.of())
                .statusCode(200)
                .body("contract.subsidisedRate", equalTo("0.043500"))
                .body("contract.penaltyRate", equalTo("0.000000"));
        COUNTY.schedule(loan, "2016-01-10").statusCode(409).body("code", equalTo("loan-not-running"));

        COUNTY.step(COUNTY.bank(), loan, "DISBURSE", Map.of("on", "2016-01-10"))
                .statusCode(409)
                .body("code", equalTo("same-person"));
        COUNTY.step(COUNTY.cashier(), loan, "DISBURSE", Map.of("on", "2016-01-10"))
                .statusCode(200)
                .body("stage", equalTo("ACTIVE"))
                .body("term.maturesOn", equalTo("2017-01-10"));
        COUNTY.schedule(loan, "2016-01-10")
                .statusCode(200)
                .body("interest", equalTo("2211.25"))
                .body("instalments.interest", contains("422.92", "555.83", "555.83", "549.80", "126.87"))
                .body("standing.payoff", equalTo("50000.00"));

        COUNTY.repay(loan, "2016-03-20", "0.00", "422.92", "R1").statusCode(201);
        COUNTY.repay(loan, "2016-03-20", "0.00", "422.92", "R1")
                .statusCode(422)
                .body("code", equalTo("repayment-above-debt"))
                .body("interest", equalTo("0.00"));
        COUNTY.repay(loan, "2016-06-20", "25000.00", "555.83", "R2").statusCode(201);
        COUNTY.schedule(loan, "2016-06-20")
                .body("prepaid", equalTo("25000.00"))
                .body("standing.payoff", equalTo("25000.00"));
        COUNTY.step(COUNTY.cashier(), loan, "SETTLE", Map.of("on", "2017-01-10"))
                .statusCode(409)
                .body("code", equalTo("loan-not-paid-back"))
                .body("payoff", equalTo("25616.25"));
        COUNTY.repay(loan, "2017-01-10", "25000.00", "616.25", "R3").statusCode(201);
        COUNTY.step(COUNTY.cashier(), loan, "SETTLE", Map.of("on", "2017-01-10"))
                .statusCode(200)
                .body("stage", equalTo("SETTLED"))
                .body("outstanding", equalTo("0.00"))
                .body("steps.step", contains("APPLY", "VILLAGE_REVIEW", "BANK_APPROVE", "DISBURSE", "SETTLE"));
        COUNTY.step(COUNTY.cashier(), loan, "SETTLE", Map.of("on", "2017-01-10"))
                .statusCode(409)
                .body("code", equalTo("step-not-open"));
        COUNTY.repay(loan, "2017-01-11", "1.00", "0.00", "R4")
                .statusCode(409)
                .body("code", equalTo("loan-not-running"));
        COUNTY.auditor()
                .get("/v1/loans/" + loan + "/repayments")
                .then()
                .statusCode(200)
                .body("reference", contains("R1", "R2", "R3"));
    }

    @Test
    void anApplicationThatBreaksTheRulesIsRefusedWithTheRule() {
        var household = COUNTY.household("POOR");
        refused(household, Map.of("use", "ENTERPRISE"), "loan-use-not-allowed");
        refused(household, Map.of("use", "SHARES"), "loan-use-not-allowed");
        refused(household, Map.of("use", "EDUCATION"), "loan-use-not-allowed");
        refused(household, Map.of("amount", "50000.01"), "loan-above-limit");
        refused(household, Map.of("months", 37), "loan-term-too-long");
        refused(household, Map.of("appliedOn", "2014-01-01"), "product-not-offered");
        refused(household, Map.of("appliedOn", "2999-01-01"), "day-out-of-order");
        refused(household, Map.of("product", "STUDENT", "use", "EDUCATION"), "student-fields");
        refused(UUID.randomUUID().toString(), Map.of(), "household-unknown");
        refused(COUNTY.household("REMOVED"), Map.of(), "household-not-eligible");
        COUNTY.apply(household, Map.of("amount", "100.005")).statusCode(400);
        COUNTY.apply(household, Map.of("amount", "-1.00")).statusCode(400);
        COUNTY.apply(household, Map.of("appliedOn", "2016-02-30")).statusCode(400);

        COUNTY.applied(COUNTY.household("EXITED"), Map.of());
        COUNTY.applied(household, Map.of("amount", "30000.00"));
        COUNTY.apply(household, Map.of("amount", "20000.01"))
                .statusCode(422)
                .body("code", equalTo("loan-above-limit"))
                .body("running", equalTo("30000.00"))
                .body("most", equalTo("50000.00"));
        COUNTY.applied(household, Map.of("amount", "20000.00"));
    }

    private static void refused(String household, Map<String, Object> more, String code) {
        COUNTY.apply(household, more).statusCode(422).body("code", equalTo(code));
    }

    @Test
    void aStudentBorrowsByTheSchoolYearAndPaysNoInterestWhileAtSchool() {
        var household = COUNTY.household("POOR");
        var student = UUID.randomUUID().toString();
        Map<String, Object> year = Map.of(
                "product",
                "STUDENT",
                "use",
                "EDUCATION",
                "personId",
                student,
                "schoolYear",
                2016,
                "schoolEndsOn",
                "2020-06-30",
                "amount",
                "8000.00",
                "months",
                120,
                "appliedOn",
                "2016-08-20");
        var loan = COUNTY.applied(household, year);
        COUNTY.apply(household, year).statusCode(422).body("code", equalTo("loan-above-limit"));
        COUNTY.step(COUNTY.township(), loan, "VILLAGE_REVIEW", Map.of()).statusCode(200);
        COUNTY.approve(loan, Map.of("bank", "DEVELOPMENT_BANK", "rate", "0.0490", "on", "2016-09-01"))
                .statusCode(200)
                .body("contract.penaltyRate", equalTo("0.014700"));
        COUNTY.step(COUNTY.cashier(), loan, "DISBURSE", Map.of("on", "2016-09-01"))
                .statusCode(200)
                .body("term.subsidisedTo", equalTo("2020-06-30"))
                .body("term.graceTo", equalTo("2023-06-30"))
                .body("term.maturesOn", equalTo("2026-09-01"));
        COUNTY.schedule(loan, "2016-09-01")
                .body(
                        "instalments.principal.findAll { it != '0.00' }",
                        contains("2000.00", "2000.00", "2000.00", "2000.00"));
    }

    @Test
    void aLoanIsExtendedOnceAndRenewedOnceButNotWhileItIsOverdue() {
        var loan = COUNTY.running(COUNTY.household("POOR"), Map.of(), "2016-01-10");
        COUNTY.step(COUNTY.cashier(), loan, "EXTEND", Map.of("on", "2016-12-20"))
                .statusCode(422)
                .body("code", equalTo("step-needs-fields"));
        COUNTY.step(COUNTY.cashier(), loan, "EXTEND", Map.of("on", "2016-12-20", "maturesOn", "2017-06-10"))
                .statusCode(409)
                .body("code", equalTo("loan-overdue"));
        COUNTY.repay(loan, "2016-12-20", "0.00", "2084.38", "R1").statusCode(201);
        COUNTY.step(COUNTY.cashier(), loan, "EXTEND", Map.of("on", "2016-12-20", "maturesOn", "2018-01-11"))
                .statusCode(422)
                .body("code", equalTo("loan-term-too-long"));
        COUNTY.step(COUNTY.cashier(), loan, "EXTEND", Map.of("on", "2016-12-20", "maturesOn", "2017-06-10"))
                .statusCode(200)
                .body("term.maturesOn", equalTo("2017-06-10"))
                .body("term.subsidisedTo", equalTo("2017-01-10"))
                .body("extensions", equalTo(1));
        COUNTY.step(COUNTY.cashier(), loan, "EXTEND", Map.of("on", "2016-12-20", "maturesOn", "2017-07-10"))
                .statusCode(409)
                .body("code", equalTo("extended-before"));
        COUNTY.step(
                        COUNTY.cashier(),
                        loan,
                        "EXTEND",
                        Map.of("on", "2016-12-20", "maturesOn", "2019-12-20", "renewedAs", "XD-" + loan))
                .statusCode(200)
                .body("term.subsidisedTo", equalTo("2019-12-20"))
                .body("renewals", equalTo(1));
        COUNTY.step(COUNTY.cashier(), loan, "WRITE_OFF", Map.of("on", "2017-01-10"))
                .statusCode(403);
        COUNTY.step(COUNTY.head(), loan, "WRITE_OFF", Map.of("on", "2017-01-10"))
                .statusCode(409)
                .body("code", equalTo("loan-not-overdue"));
        COUNTY.step(COUNTY.head(), loan, "WRITE_OFF", Map.of("on", "2019-12-21"))
                .statusCode(200)
                .body("stage", equalTo("WRITTEN_OFF"));
    }

    @Test
    void whatIsOverdueIsListedAndRatedByPlaceProductAndBank() {
        var county = new Borrowers("450622");
        var overdue = county.running(county.household("POOR"), Map.of(), "2016-01-10");
        county.running(county.household("POOR"), Map.of("months", 24), "2016-01-10");
        county.repay(overdue, "2017-01-10", "10000.00", "0.00", "R1").statusCode(201);

        county.auditor()
                .get("/v1/overdue-loans?division=450622&on=2017-01-20")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(overdue))
                .body("items[0].overdue", equalTo("40000.00"))
                .body("items[0].days", equalTo(10));
        county.auditor()
                .get("/v1/overdue-loans?division=450622&on=2017-01-10")
                .then()
                .body("items", hasSize(0));
        for (var by : new String[] {"COUNTY", "TOWNSHIP", "VILLAGE", "PRODUCT", "BANK"}) {
            county.auditor()
                    .get("/v1/overdue-rates?division=450622&on=2017-01-20&by=" + by)
                    .then()
                    .statusCode(200)
                    .body("", hasSize(1))
                    .body("[0].loans", equalTo(2))
                    .body("[0].overdueLoans", equalTo(1))
                    .body("[0].rate", equalTo("0.4444"));
        }
        COUNTY.auditor()
                .get("/v1/overdue-loans?division=450622&on=2017-01-20")
                .then()
                .body("items", hasSize(0));
        COUNTY.auditor().get("/v1/loans/" + overdue).then().statusCode(404);
    }

    @Test
    void theUseIsCheckedWithEvidenceByWhoHadNoPartInTheLoan() {
        var loan = COUNTY.running(COUNTY.household("POOR"), Map.of(), "2016-01-10");
        COUNTY.step(COUNTY.township(), loan, "USE_CHECK", Map.of("finding", "PROPER"))
                .statusCode(422)
                .body("code", equalTo("step-needs-fields"));
        COUNTY.step(COUNTY.village(), loan, "USE_CHECK", Map.of("finding", "PROPER", "remark", "seen"))
                .statusCode(409)
                .body("code", equalTo("same-person"));
        COUNTY.step(COUNTY.township(), loan, "USE_CHECK", Map.of("finding", "ENTERPRISE_USE", "remark", "转入公司账户"))
                .statusCode(200)
                .body("useFinding", equalTo("ENTERPRISE_USE"));
    }

    @Test
    void aClientsOwnIdIsTakenOnceAndStepsHeedTheRevisionSeen() {
        var household = COUNTY.household("POOR");
        var id = UUID.randomUUID().toString();
        var body = COUNTY.body(household, Map.of());
        put(id, body).statusCode(201);
        put(id, body).statusCode(200);
        put(id, COUNTY.body(household, Map.of("amount", "1.00")))
                .statusCode(409)
                .body("code", equalTo("loan-id-taken"));
        COUNTY.township()
                .header("If-Match", "\"7\"")
                .body(Map.of("step", "REFUSE"))
                .post("/v1/loans/" + id + "/steps")
                .then()
                .statusCode(412);
        COUNTY.step(COUNTY.township(), id, "REFUSE", Map.of())
                .statusCode(200)
                .body("stage", equalTo("REFUSED"))
                .body("contract", nullValue());
        COUNTY.step(COUNTY.township(), id, "APPLY", Map.of())
                .statusCode(422)
                .body("code", equalTo("loan-step-elsewhere"));
    }

    @Test
    void aContractARepaymentAndARatingAreRecordedOnce() {
        var county = new Borrowers("450653");
        var loan = county.running(county.household("POOR"), Map.of("amount", "1000.00"), "2016-01-10");
        var household = county.household("POOR");
        var other = county.applied(household, Map.of());
        county.step(county.township(), other, "VILLAGE_REVIEW", Map.of("ageConfirmed", true))
                .statusCode(200);
        county.rate(household, "GOOD", "TWO_OR_MORE");
        county.approve(other, Map.of("contractNumber", "HT-" + loan))
                .statusCode(409)
                .body("code", equalTo("contract-known"));
        county.repay(loan, "2016-02-01", "1.00", "0.00", "R1").statusCode(201);
        county.repay(loan, "2016-02-01", "1.00", "0.00", "R1").statusCode(409).body("code", equalTo("repayment-known"));

        var record = Map.of("criterion", "CREDIT_RECORD", "option", "GOOD");
        rating(county, household, List.of(record)).statusCode(422).body("code", equalTo("rating-incomplete"));
        String rating = rating(
                        county,
                        household,
                        List.of(
                                record,
                                Map.of("criterion", "LABOUR", "option", "TWO_OR_MORE"),
                                Map.of("criterion", "SKILL", "option", "SOME"),
                                Map.of("criterion", "INCOME", "option", "LITTLE")))
                .statusCode(201)
                .extract()
                .path("id");
        var confirmation = "/v1/credit-ratings/" + rating + "/confirmation";
        county.township().post(confirmation).then().statusCode(200);
        county.township().post(confirmation).then().statusCode(409).body("code", equalTo("rating-confirmed"));
    }

    private static ValidatableResponse rating(Borrowers county, String household, List<Map<String, String>> findings) {
        return county.village()
                .body(Map.of("householdId", household, "findings", findings))
                .post("/v1/credit-ratings")
                .then();
    }

    @Test
    void nobodyLendsBeforeThereIsARateToLendBy() {
        var county = new Borrowers("450654");
        Map<String, Object> year = Map.of(
                "product",
                "STUDENT",
                "use",
                "EDUCATION",
                "personId",
                UUID.randomUUID().toString(),
                "schoolYear",
                2014,
                "schoolEndsOn",
                "2018-06-30",
                "amount",
                "8000.00",
                "months",
                120,
                "appliedOn",
                "2014-08-20");
        var loan = county.applied(county.household("POOR"), year);
        county.step(county.township(), loan, "VILLAGE_REVIEW", Map.of()).statusCode(200);
        county.approve(loan, Map.of("bank", "DEVELOPMENT_BANK", "on", "2014-09-01"))
                .statusCode(422)
                .body("code", equalTo("base-rate-unknown"));
    }

    private static ValidatableResponse put(String id, Map<String, Object> body) {
        return COUNTY.village().body(body).put("/v1/loans/" + id).then();
    }

    @Test
    void aRateIsLoadedWithoutABuildAndABrokenRowLoadsNothing() {
        var head = "reference,validFrom,months,rate,source\n";
        var region = COUNTY.region();
        region.body(Map.of("csv", head + "LPR,2031-01-20,12,0.0250,test\nLPR,2031-01-20,999,2.5,test\n", "source", "文"))
                .post("/v1/data-tables/loan-base-rates/rows")
                .then()
                .statusCode(422)
                .body("code", equalTo("data-row-unreadable"));
        var rows = Map.of("csv", head + "LPR,2031-01-20,12,0.0250,test\n", "source", "文");
        COUNTY.region()
                .body(rows)
                .post("/v1/data-tables/loan-base-rates/rows")
                .then()
                .statusCode(201)
                .body("rows", equalTo(1));
        COUNTY.region()
                .body(rows)
                .post("/v1/data-tables/loan-base-rates/rows")
                .then()
                .statusCode(409)
                .body("code", equalTo("data-row-known"));
        COUNTY.region()
                .body(Map.of("csv", "a,b\n1,2\n", "source", "文"))
                .post("/v1/data-tables/loan-base-rates/rows")
                .then()
                .statusCode(422)
                .body("code", equalTo("data-row-unreadable"));
        assertThat(COUNTY.auditor()
                        .get("/v1/data-tables/loan-base-rates")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("rows.findAll { !it.ships }"))
                .hasSize(1);
    }
}
