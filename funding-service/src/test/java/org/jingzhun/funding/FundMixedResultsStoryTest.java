package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.junit.jupiter.api.Test;

/** Aid that comes from two sources: one part arrives, the other does not, and only that is paid once more. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class FundMixedResultsStoryTest {

    private static final County COUNTY = new County("450394");
    private static final BenefitOffice OFFICE = new BenefitOffice(COUNTY);

    private static String id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    private static ValidatableResponse step(RequestSpecification person, String aid, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/fund-aids/" + aid + "/steps")
                .then();
    }

    private static void contribute(String fund, String source, String amount) {
        COUNTY.budget(source, amount, "文" + source);
        COUNTY.author()
                .body(Map.of(
                        "origin",
                        "BUDGET",
                        "source",
                        source,
                        "year",
                        2016,
                        "amount",
                        amount,
                        "documentNumber",
                        "注资" + amount))
                .post("/v1/funds/" + fund + "/contributions")
                .then()
                .statusCode(201);
    }

    private static String fund() {
        String fund = id(COUNTY.author()
                .body(Map.of(
                        "kind",
                        "INDUSTRY_SUPPORT",
                        "division",
                        COUNTY.code() + "000000",
                        "name",
                        "产业基金",
                        "foundedOn",
                        "2016-01-01",
                        "documentNumber",
                        "文1"))
                .post("/v1/funds")
                .then());
        contribute(fund, COUNTY.source("产业基金来源一"), "600.00");
        contribute(fund, COUNTY.source("产业基金来源二"), "500.00");
        return fund;
    }

    private static String approvedLoan(String fund, UUID household) {
        String loan = id(COUNTY.author()
                .body(Map.of(
                        "purpose",
                        "PRODUCTION",
                        "household",
                        household.toString(),
                        "amount",
                        "1000.00",
                        "year",
                        2017,
                        "months",
                        12,
                        "evidence",
                        List.of("PRODUCTION_PLAN")))
                .post("/v1/funds/" + fund + "/loans")
                .then());
        step(Client.as("township-officer", COUNTY.code(), "township@" + COUNTY.code()), loan, "VERIFY")
                .statusCode(200);
        step(COUNTY.reviewer(), loan, "REVIEW").statusCode(200);
        step(COUNTY.head(), loan, "APPROVE").statusCode(200);
        return loan;
    }

    /** Sends all that is due; what the bank refuses is given back. */
    private static List<String> bank(String... results) {
        String order = OFFICE.approved("FUND_LOAN");
        String batch = OFFICE.batch(Map.of("disbursements", List.of(order))).getString("result.batchId");
        var sent = OFFICE.payments(batch);
        List<String> ids = sent.getList("items.id");
        List<String> amounts = sent.getList("items.amount");
        assertThat(ids).hasSize(results.length);
        for (int p = 0; p < results.length; p++) {
            var line = BenefitOffice.result(ids.get(p), amounts.get(p), results[p]);
            assertThat(OFFICE.results(batch, List.of(line)).getInt("result.updated"))
                    .isEqualTo(1);
            if (results[p].equals("FAILED")) {
                OFFICE.paymentStep(COUNTY.author(), ids.get(p), "RETURN").statusCode(200);
            }
        }
        return amounts;
    }

    @Test
    void onlyThePartThatDidNotArriveIsPaidOnceMore() {
        var household = UUID.randomUUID();
        OFFICE.settle(Map.of(household, "POOR"));
        var fund = fund();
        var loan = approvedLoan(fund, household);
        step(COUNTY.author(), loan, "PAY").statusCode(200);
        var first = bank("PAID", "FAILED");
        assertThat(first).containsExactlyInAnyOrder("600.00", "400.00");
        var arrived = first.getFirst();
        var missing = first.getLast();
        COUNTY.auditor().get("/v1/fund-aids/" + loan).then().body("stage", equalTo("APPROVED"));
        assertThat(OFFICE.balance("PAID")).isEqualTo(arrived);

        step(COUNTY.author(), loan, "PAY").statusCode(200);
        var second = bank("PAID");
        assertThat(second).containsExactly(missing);
        COUNTY.auditor()
                .get("/v1/fund-aids/" + loan)
                .then()
                .body("stage", equalTo("PAID"))
                .body("owed", equalTo("1000.00"))
                .body("steps.step", contains("APPLY", "VERIFY", "REVIEW", "APPROVE", "PAY", "BOUNCE", "PAY", "ARRIVE"));
        COUNTY.auditor().get("/v1/funds/" + fund).then().body("available", equalTo("100.00"));
        assertThat(OFFICE.balance("PAID")).isEqualTo("1000.00");
        OFFICE.proves();
    }
}
