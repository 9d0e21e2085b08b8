package org.jingzhun.funding.testing;

import static org.jingzhun.funding.testing.Soon.soon;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A county in which households borrow: its people, and the usual requests. */
public record Borrowers(String code) {

    public RequestSpecification village() {
        return Client.as("village-officer", code, "clerk@" + code);
    }

    public RequestSpecification township() {
        return Client.as("township-officer", code, "reviewer@" + code);
    }

    public RequestSpecification bank() {
        return Client.as("system", code, "bank@" + code);
    }

    public RequestSpecification cashier() {
        return Client.as("system", code, "cashier@" + code);
    }

    public RequestSpecification finance(String person) {
        return Client.as("finance-officer", code, person + "@" + code);
    }

    public RequestSpecification head() {
        return Client.as("county-officer", code, "head@" + code);
    }

    public RequestSpecification auditor() {
        return Client.as("auditor", code);
    }

    public RequestSpecification region() {
        return Client.as("region-officer", code.substring(0, 2));
    }

    public String villageCode() {
        return code + "900201";
    }

    /** Tells of a household and waits until it is known. */
    public String household(String status) {
        var id = UUID.randomUUID();
        Neighbour.tell("identification.register", List.of(Neighbour.household(id, villageCode(), 4, status, 1)));
        soon().until(() -> !"household-unknown"
                .equals(apply(id.toString(), Map.of("amount", "50000.01", "months", 1))
                        .extract()
                        .path("code")));
        return id.toString();
    }

    public Map<String, Object> body(String household, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "householdId", household,
                "product", "MICRO_CREDIT",
                "amount", "50000.00",
                "months", 12,
                "use", "BREEDING",
                "appliedOn", "2016-01-05"));
        body.putAll(more);
        return body;
    }

    public ValidatableResponse apply(String household, Map<String, Object> more) {
        return village().body(body(household, more)).post("/v1/loans").then();
    }

    /** Applies and gives the loan's id. */
    public String applied(String household, Map<String, Object> more) {
        return apply(household, more).statusCode(201).extract().path("id");
    }

    public ValidatableResponse step(RequestSpecification person, String loan, String step, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("step", step);
        return person.body(body).post("/v1/loans/" + loan + "/steps").then();
    }

    /** The bank agrees, by the usual contract unless told otherwise. */
    public ValidatableResponse approve(String loan, Map<String, Object> more) {
        Map<String, Object> contract =
                new HashMap<>(Map.of("bank", "RURAL_CREDIT", "contractNumber", "HT-" + loan, "rate", "0.0435"));
        contract.putAll(more);
        Object on = contract.remove("on");
        return step(bank(), loan, "BANK_APPROVE", Map.of("contract", contract, "on", on == null ? "2016-01-08" : on));
    }

    /** Rates a household and lets another confirm. */
    public void rate(String household, String record, String labour) {
        var findings = List.of(
                Map.of("criterion", "CREDIT_RECORD", "option", record),
                Map.of("criterion", "LABOUR", "option", labour),
                Map.of("criterion", "SKILL", "option", "SOME"),
                Map.of("criterion", "INCOME", "option", "LITTLE"));
        String id = village()
                .body(Map.of("householdId", household, "findings", findings))
                .post("/v1/credit-ratings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        township().post("/v1/credit-ratings/" + id + "/confirmation").then().statusCode(200);
    }

    /** Leads a loan to its payout and gives its id. */
    public String running(String household, Map<String, Object> more, String paidOutOn) {
        var contract = new HashMap<String, Object>();
        var asked = new HashMap<>(more);
        var pool = asked.remove("pool");
        if (pool != null) {
            contract.put("pool", pool);
        }
        var loan = applied(household, asked);
        step(township(), loan, "VILLAGE_REVIEW", Map.of("ageConfirmed", true)).statusCode(200);
        rate(household, "GOOD", "TWO_OR_MORE");
        approve(loan, contract).statusCode(200);
        step(cashier(), loan, "DISBURSE", Map.of("on", paidOutOn)).statusCode(200);
        return loan;
    }

    public ValidatableResponse repay(String loan, String on, String principal, String interest, String reference) {
        return bank().body(Map.of("paidOn", on, "principal", principal, "interest", interest, "reference", reference))
                .post("/v1/loans/" + loan + "/repayments")
                .then();
    }

    public ValidatableResponse schedule(String loan, String on) {
        return auditor().get("/v1/loans/" + loan + "/schedule?on=" + on).then();
    }
}
