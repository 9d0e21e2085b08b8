package org.jingzhun.funding.each;

import static org.jingzhun.funding.each.Desk.fields;

import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.testing.Borrowers;

/** Loans, the pool that stands for them, claims of interest and what comes back of it. */
record OneLoan(Desk desk, List<UUID> households) {

    private Borrowers people() {
        return new Borrowers(desk.county().code());
    }

    void ofEachKind() {
        Borrowers people = people();
        String pool = pool();
        String loan = people.running(household(2), fields("pool", pool), "2016-01-10");
        String other = people.running(household(3), fields(), "2016-01-10");
        desk.things().at("/v1/loans/{id}", loan).at("/v1/risk-pools/{id}", pool);
        people.repay(loan, "2016-06-20", "1000.00", "0.00", "R1").statusCode(201);
        interest();
        people.step(people.township(), other, "USE_CHECK", fields("finding", "ENTERPRISE_USE", "remark", "公司使用"))
                .statusCode(200);
        desk.post(
                "/v1/subsidy-refunds", "loan", other, "amount", "5.00", "receivedOn", "2018-01-10", "reference", "T1");
        loss(pool, loan);
        String id = UUID.randomUUID().toString();
        desk.put(people.village(), "/v1/loans/" + id, people.body(household(4), fields("amount", "1000.00")));
        String rating =
                desk.get("/v1/credit-ratings?division=" + desk.county().code()).getString("items[0].id");
        desk.things().at("/v1/credit-ratings/{id}", rating);
    }

    private String household(int number) {
        return households.get(number).toString();
    }

    private String pool() {
        String lender = desk.county().source("信用社出资 " + desk.county().code(), "LENDER");
        String pool = desk.made(
                "/v1/risk-pools",
                "county",
                desk.county().code(),
                "name",
                "风险补偿金",
                "products",
                List.of("MICRO_CREDIT"),
                "agreedOn",
                "2016-01-01",
                "leverage",
                5);
        desk.post(
                "/v1/risk-pools/" + pool + "/contributions",
                "payer",
                "LENDER",
                "source",
                lender,
                "year",
                2016,
                "amount",
                "100000.00",
                "documentNumber",
                "文2");
        return pool;
    }

    private void interest() {
        String claim = desk.post(
                        people().bank(),
                        "/v1/subsidy-claims",
                        fields(
                                "county",
                                desk.county().code(),
                                "bank",
                                "RURAL_CREDIT",
                                "product",
                                "MICRO_CREDIT",
                                "year",
                                2016,
                                "quarter",
                                1))
                .getString("id");
        String path = "/v1/subsidy-claims/" + claim + "/steps";
        desk.post(path, "step", "CHECK");
        desk.post(desk.county().head(), path, fields("step", "APPROVE"));
        desk.post(
                path, "step", "PAY", "source", desk.things().findKnown("source").orElseThrow(), "year", 2016);
        desk.paid("LOAN_SUBSIDY", "PAID");
        desk.things().at("/v1/subsidy-claims/{id}", claim);
    }

    private void loss(String pool, String loan) {
        String claim = desk.post(
                        people().bank(),
                        "/v1/risk-pools/" + pool + "/claims",
                        fields("loan", loan, "reason", "OVERDUE", "evidence", "催收通知书", "on", "2017-04-10"))
                .getString("id");
        String path = "/v1/pool-claims/" + claim;
        desk.step(desk.county().author(), path, "CHECK");
        desk.step(desk.county().head(), path, "APPROVE");
        desk.step(desk.county().author(), path, "PAY");
        desk.post(
                people().bank(),
                path + "/recoveries",
                fields("amount", "10.00", "receivedOn", "2018-01-10", "reference", "Z1"));
        desk.things().at("/v1/pool-claims/{id}", claim);
    }
}
