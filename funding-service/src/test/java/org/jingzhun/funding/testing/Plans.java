package org.jingzhun.funding.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.testing.Client.County;

/** Allocation plans of a county, drafted, approved and read. */
public final class Plans {

    private Plans() {}

    public static String draft(
            County county, String mode, String source, String amount, Map<String, Object> parameters) {
        return county.author()
                .body(Map.of("source", source, "year", 2016, "amount", amount, "mode", mode, "parameters", parameters))
                .post("/v1/allocation-plans")
                .then()
                .statusCode(201)
                .body("mode", equalTo(mode))
                .extract()
                .path("id");
    }

    public static void approve(County county, String plan) {
        county.step(county.reviewer(), plan, "REVIEW").statusCode(200);
        county.step(county.head(), plan, "APPROVE").statusCode(200);
        county.auditor()
                .get("/v1/allocation-plans/" + plan + "/proof")
                .then()
                .statusCode(200)
                .body("holds", equalTo(true));
        county.auditor().get("/v1/ledger/proof").then().body("holds", equalTo(true));
    }

    public static String balance(County county, String source, String kind) {
        return county.auditor()
                .get("/v1/accounts?limit=1000&kind=" + kind)
                .jsonPath()
                .param("source", source)
                .getString("items.find { it.sourceId == source }.balance");
    }

    public static JsonPath share(County county, String plan, String division) {
        JsonPath share = county.auditor()
                .get("/v1/allocation-plans/" + plan + "/shares/" + division)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var sum = Money.parse(share.getString("adjustment"))
                .plus(Money.parse(share.getString("rounding")))
                .minus(Money.parse(share.getString("deduction")))
                .plus(Money.parse(share.getString("reward")))
                .plus(Money.parse(share.getString("redistribution")));
        for (String part : share.<String>getList("parts.amount")) {
            sum = sum.plus(Money.parse(part));
        }
        assertThat(sum).hasToString(share.getString("amount"));
        return share;
    }
}
