package org.jingzhun.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Projects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Shares and dividends that cannot be. Each test has a county of its own. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class AssetRefusalsTest {

    private static ValidatableResponse record(County county, Map<String, Object> more) {
        Map<String, Object> contract = new HashMap<>();
        contract.put("division", county.village(1));
        contract.put("name", "光伏电站");
        contract.put("kind", "HYDROPOWER");
        contract.put("purpose", "发电");
        contract.put("source", county.source("资产资金 " + county.code() + more));
        contract.put("year", 2016);
        contract.put("value", "900.00");
        contract.put("operatorName", "光明合作社");
        contract.put("operatorCode", "93451031MA5K00002F");
        contract.put("startsOn", "2017-01-01");
        contract.put("endsOn", "2027-12-31");
        contract.put("floorRate", "0.05");
        contract.put("profitShare", "0.29");
        contract.put("leavesOnExit", false);
        contract.put("documentNumber", "合同1号");
        contract.putAll(more);
        return county.author().body(contract).post("/v1/assets").then();
    }

    private static String id(ValidatableResponse created) {
        return created.statusCode(201).extract().path("id");
    }

    private static ValidatableResponse plan(County county, String asset, Map<String, Object> order) {
        var whole = new HashMap<>(order);
        whole.put("documentNumber", "折股1号");
        return county.author()
                .body(whole)
                .post("/v1/assets/" + asset + "/shares")
                .then();
    }

    private static ValidatableResponse step(County county, String assignment, String step) {
        var person = step.equals("APPROVE") ? county.head() : county.reviewer();
        return person.body(Map.of("step", step))
                .post("/v1/share-assignments/" + assignment + "/steps")
                .then();
    }

    private static String shared(County county, String asset, Map<String, Object> order) {
        String assignment = id(plan(county, asset, order));
        step(county, assignment, "REVIEW").statusCode(200);
        return assignment;
    }

    private static Map<String, Object> equally(County county, String amount) {
        return Map.of("kind", "INITIAL", "effectiveOn", "2017-01-01", "division", county.village(1), "amount", amount);
    }

    @Test
    void aContractBeginsUnderARuleAndARuleHasAVersionOfItsOwn() {
        var county = new County("450641");
        record(county, Map.of("startsOn", "2013-12-31")).statusCode(422).body("code", equalTo("rule-missing"));
        Map<String, Object> rule = Map.of(
                "rule",
                "NOTICE_DAYS",
                "version",
                "450641",
                "validFrom",
                "2014-01-01",
                "division",
                "450641000000",
                "value",
                5,
                "source",
                "试点");
        load(rule).statusCode(201);
        load(rule).statusCode(409).body("code", equalTo("rule-exists"));
    }

    private static ValidatableResponse load(Map<String, Object> rule) {
        return Client.as("region-officer", "45")
                .body(rule)
                .post("/v1/asset-rules")
                .then();
    }

    @Test
    void nothingIsDividedOutsideTheContractNorWithoutShares() {
        var county = new County("450642");
        var asset = id(record(county, Map.of()));
        plan(county, asset, Map.of("kind", "INITIAL", "mode", "LISTED", "effectiveOn", "2016-12-31"))
                .statusCode(422)
                .body("code", equalTo("period-invalid"));
        dividend(county, asset, "2016-12-01").statusCode(422).body("code", equalTo("period-invalid"));
        dividend(county, asset, "2017-01-01").statusCode(422).body("code", equalTo("nothing-to-divide"));
        plan(county, asset, Map.of("kind", "RETURN", "effectiveOn", "2018-07-01"))
                .statusCode(422)
                .body("code", equalTo("no-holders"));
    }

    private static ValidatableResponse dividend(County county, String asset, String from) {
        return county.author()
                .body(Map.of("from", from, "to", "2017-12-31", "profit", "0.00", "documentNumber", "审计1号"))
                .post("/v1/assets/" + asset + "/dividends")
                .then();
    }

    @Test
    void aShareIsTakenBackOnce() {
        var county = new County("450643");
        var household = Projects.households(county, 1).getFirst();
        var asset = id(record(county, Map.of()));
        step(county, shared(county, asset, equally(county, "900.00")), "APPROVE")
                .statusCode(200);
        Map<String, Object> back = Map.of(
                "kind",
                "RETURN",
                "effectiveOn",
                "2018-07-01",
                "leaving",
                List.of(Map.of("household", household, "reason", "DIED")));
        var first = shared(county, asset, back);
        var second = shared(county, asset, back);
        step(county, first, "APPROVE").statusCode(200);
        step(county, second, "APPROVE").statusCode(409).body("code", equalTo("shares-changed"));
    }

    @Test
    void badShareLinesAreNamed() {
        var county = new County("450644");
        var household = Projects.households(county, 1).getFirst();
        var asset = id(record(county, Map.of()));
        step(county, shared(county, asset, equally(county, "300.00")), "APPROVE")
                .statusCode(200);
        var listed = id(plan(
                county,
                asset,
                Map.of(
                        "kind",
                        "INITIAL",
                        "mode",
                        "LISTED",
                        "effectiveOn",
                        "2017-01-01",
                        "collective",
                        county.village(1))));
        var importer = Client.as("finance-officer", "4506");
        var next = new County("450645");
        String job = importer.contentType("application/x-ndjson")
                .body(String.join(
                                "\n",
                                line(listed, county, household, "0.00"),
                                line(UUID.randomUUID().toString(), county, null, "1.00"),
                                line(listed, next, null, "1.00"),
                                line(listed, county, household, "1.00"))
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=asset-shares")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        var ended = Client.ended("finance-officer", "4506", job);
        assertThat(BenefitOffice.rejections(Client.as("finance-officer", "4506"), ended))
                .containsExactlyInAnyOrder(
                        "1 share-of-nothing",
                        "2 assignment-not-open",
                        "3 village-of-another-county",
                        "4 holds-shares-already");
    }

    private static String line(String assignment, County county, @Nullable UUID household, String amount) {
        var holder = household == null ? "" : "\"householdId\":\"%s\",".formatted(household);
        return "{\"assignmentId\":\"%s\",\"villageCode\":\"%s\",%s\"amount\":\"%s\"}"
                .formatted(assignment, county.village(1), holder, amount);
    }
}
