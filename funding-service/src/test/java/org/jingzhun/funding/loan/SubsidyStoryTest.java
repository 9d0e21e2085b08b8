package org.jingzhun.funding.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Borrowers;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
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
        step("author", first, pay).statusCode(200).body("stage", equalTo("PAID"));
        step("author", first, pay).statusCode(409).body("code", equalTo("step-not-open"));

        lateRepaymentIsMadeUpFor(loan);
        COUNTY.auditor().get("/v1/ledger/proof").then().body("holds", equalTo(true));
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
