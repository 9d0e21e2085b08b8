package org.jingzhun.funding;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.Client.County;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Amounts that are none, wherever money comes in: each is refused with the field it stands in, and the ledger still proves. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class BadAmountsTest {

    private static final County COUNTY = new County("450388");
    private static final String NOBODYS = UUID.randomUUID().toString();

    /** JSON as it is sent. */
    private static final List<String> BAD = List.of(
            "\"1.005\"",
            "\"-1.00\"",
            "\"0.00\"",
            "\"1000000000000000000.00\"",
            "\"99999999999999999999999999\"",
            "\"1e9\"",
            "\"1,000.00\"",
            "\"１.００\"",
            "\"\"",
            "\" \"",
            "null",
            "true",
            "{}");

    /** Where money comes in, with a body that is good but for the amount. */
    private static final Map<String, String> PLACES = Map.of(
            "/v1/budgets",
            """
            {"county": "450388000000", "year": 2016, "source": "%s", "amount": %%s, "documentNumber": "1", "issuedOn": "2016-03-01"}
            """.formatted(NOBODYS),
            "/v1/donations",
            """
            {"county": "450388", "donorKind": "PERSON", "nameHidden": true, "form": "MONEY", "amount": %s, "purpose": "p",
             "receivedOn": "2016-03-01", "documentNumber": "1"}
            """,
            "/v1/allocation-plans",
            """
            {"source": "%s", "year": 2016, "amount": %%s, "mode": "FACTOR", "parameters": {}}
            """.formatted(NOBODYS),
            "/v1/funds/" + NOBODYS + "/contributions",
            """
            {"origin": "BUDGET", "source": "%s", "year": 2016, "amount": %%s, "documentNumber": "1"}
            """.formatted(NOBODYS),
            "/v1/risk-pools/" + NOBODYS + "/contributions",
            """
            {"payer": "LENDER", "source": "%s", "year": 2016, "amount": %%s, "documentNumber": "1"}
            """.formatted(NOBODYS));

    @TestFactory
    Stream<DynamicTest> badAmountsAreRefusedWhereTheyStand() {

        return PLACES.entrySet().stream().flatMap(place -> BAD.stream()
                .map(amount -> DynamicTest.dynamicTest(
                        place.getKey() + " " + amount, () -> refuses(place.getKey(), place.getValue(), amount))));
    }

    private static void refuses(String path, String body, String amount) {
        COUNTY.author()
                .body(body.formatted(amount))
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/amount"));
    }

    @Test
    void theLedgerStillProves() {
        COUNTY.auditor().get("/v1/ledger/proof").then().statusCode(200).body("holds", equalTo(true));
    }
}
