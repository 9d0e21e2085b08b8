package org.jingzhun.funding.loan;

import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Borrowers;
import org.junit.jupiter.api.Test;

/** An auditor who asks for a household gets what was done with its loan and its rating. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class LoanTrailTest {

    private static final Borrowers COUNTY = new Borrowers("450748");

    @Test
    void whatIsDoneWithALoanIsFoundByItsHousehold() {
        String household = COUNTY.household("POOR");
        COUNTY.running(household, Map.of(), "2016-01-10");
        COUNTY.auditor()
                .get("/v1/audit?household=" + household)
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        contains(
                                "loan-apply",
                                "loan-village-review",
                                "household-rated",
                                "rating-confirmed",
                                "loan-bank-approve",
                                "loan-disburse"));
    }
}
