package org.jingzhun.funding.testing;

import static org.jingzhun.funding.testing.Soon.soon;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.funding.testing.Client.County;
import org.jingzhun.funding.testing.Neighbour.Told;

/** What a county does to pay its households, step by step. */
public record BenefitOffice(County county) {

    /** Tells of households in village 1, each with its status, and waits until the service knows them. */
    public void settle(Map<UUID, String> households) {
        Neighbour.tell(
                "identification.village", List.of(Neighbour.division(county.village(1), "VILLAGE", true, 1000, 1)));
        Neighbour.tell(
                "identification.register",
                households.entrySet().stream()
                        .map(each -> Neighbour.household(each.getKey(), county.village(1), 3, each.getValue(), 1))
                        .toList());
        households.keySet().forEach(this::awaitKnown);
    }

    private void awaitKnown(UUID household) {
        soon().until(() -> county.auditor()
                        .get("/v1/households/" + household + "/benefits")
                        .statusCode()
                == 200);
    }

    public static Told left(UUID person, UUID household, String village, String reason) {
        return new Told(person.toString(), "org.jingzhun.identification.person-left", """
                {"personId": "%s", "householdId": "%s", "villageCode": "%s", "reason": "%s", "on": "2016-02-01", "revision": 1}
                """.formatted(
                        person, household, village, reason));
    }

    public static Told exited(UUID household, String village, String on, long revision) {
        return new Told(household.toString(), "org.jingzhun.identification.household-exited", """
                {"householdId": "%s", "villageCode": "%s", "hamlet": "A", "householder": "B", "persons": 3, "labourers": 1,
                 "status": "EXITED", "attribute": "GENERAL", "mainCause": "ILLNESS", "otherCauses": [], "ethnicity": "06",
                 "score": 40, "year": 2016, "registeredOn": "2016-01-15", "exitYear": 2016, "exitedOn": "%s", "revision": %d}
                """.formatted(
                        household, village, on, revision));
    }

    /** A claim as a line of the import. */
    public static String claim(UUID id, UUID household, UUID person, String benefit, String from, String source) {
        return """
                {"id": "%s", "householdId": "%s", "personId": "%s", "benefit": "%s", "from": "%s-01", "to": "%s-28", \
                "source": "%s", "year": %s, "basis": "学籍在册"}""".formatted(id, household, person, benefit, from, from, source, from.substring(0, 4));
    }

    /** Imports claims and gives the job as it ended. */
    public JsonPath claims(List<String> lines) {
        return imported("/v1/imports?kind=benefit-claims", lines);
    }

    private JsonPath imported(String path, List<String> lines) {
        return imported(path, "application/x-ndjson", String.join("\n", lines));
    }

    private JsonPath imported(String path, String type, String rows) {
        String job = county.author()
                .contentType(type)
                .body(rows.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return Client.ended("county-officer", county.code(), job);
    }

    /** Code and line of each rejection of an import, in order. */
    public List<String> rejections(JsonPath job) {
        return rejections(county.author(), job);
    }

    /** The same, seen by whoever imported. */
    public static List<String> rejections(RequestSpecification importer, JsonPath job) {
        JsonPath rejected = importer.get("/v1/imports/" + job.getString("id") + "/rejections?limit=1000")
                .jsonPath();
        List<Map<String, Object>> items = rejected.getList("items");
        return items.stream()
                .map(item -> item.get("line") + " " + item.get("code"))
                .collect(Collectors.toList());
    }

    public ValidatableResponse draft(String benefit, String purpose) {
        return county.author()
                .body(Map.of("county", county.code(), "benefit", benefit, "year", 2016, "purpose", purpose))
                .post("/v1/disbursements")
                .then();
    }

    public ValidatableResponse step(RequestSpecification person, String disbursement, String step) {
        return person.body(Map.of("step", step))
                .post("/v1/disbursements/" + disbursement + "/steps")
                .then();
    }

    /** Drafts, checks and approves, and gives the disbursement's id. */
    public String approved(String benefit) {
        String id = draft(benefit, "按名册发放").statusCode(201).extract().path("id");
        step(county.reviewer(), id, "CHECK").statusCode(200);
        step(county.head(), id, "APPROVE").statusCode(200);
        return id;
    }

    /** Orders a batch and gives the job as it ended. */
    public JsonPath batch(Map<String, Object> request) {
        String job = county.author()
                .body(request)
                .post("/v1/payment-batches")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return Client.ended("county-officer", county.code(), job);
    }

    public JsonPath payments(String batch) {
        return county.auditor()
                .get("/v1/payment-batches/" + batch + "/payments?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A line of the bank's results. */
    public static String result(String payment, String amount, String result) {
        return """
                {"paymentId": "%s", "amount": "%s", "result": "%s", "reason": "账户不存在", "on": "2016-10-12"}""".formatted(payment, amount, result);
    }

    /** Hands in the bank's results and gives the job as it ended. */
    public JsonPath results(String batch, List<String> lines) {
        return imported("/v1/payment-batches/" + batch + "/results", lines);
    }

    /** The same, as a table. */
    public JsonPath results(String batch, String table) {
        return imported("/v1/payment-batches/" + batch + "/results", "text/csv", table);
    }

    public ValidatableResponse paymentStep(RequestSpecification person, String payment, String step) {
        return person.body(Map.of("step", step, "remark", "because"))
                .post("/v1/payments/" + payment + "/steps")
                .then();
    }

    /** Balance of the accounts of a kind, added up. */
    public String balance(String kind) {
        JsonPath accounts =
                county.auditor().get("/v1/accounts?limit=1000&kind=" + kind).jsonPath();
        List<String> balances = accounts.getList("items.balance");
        return balances.stream()
                .map(org.jingzhun.funding.ledger.money.Money::parse)
                .reduce(org.jingzhun.funding.ledger.money.Money.ZERO, org.jingzhun.funding.ledger.money.Money::plus)
                .toString();
    }

    /** Asks the ledger for its proof. */
    public void proves() {
        county.auditor()
                .get("/v1/ledger/proof")
                .then()
                .statusCode(200)
                .body("holds", org.hamcrest.Matchers.equalTo(true));
    }
}
