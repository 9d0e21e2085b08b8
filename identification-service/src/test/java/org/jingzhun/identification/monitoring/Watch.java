package org.jingzhun.identification.monitoring;

import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;

/** Drives monitoring in a county of a test as its officers do; each step is taken by somebody of its own. */
record Watch(County county) {

    static final String MINUTES = ",\"minutes\":{\"present\":20,\"entitled\":30,\"votes\":18}";
    static final String DOCUMENT = ",\"documentNumber\":\"隆防返贫〔2026〕3号\"";
    static final String EVIDENCE = ",\"evidence\":[\"照片\"]";
    static final String FOUND =
            ",\"findings\":{\"risks\":[\"ILLNESS\"],\"ownPayments\":\"8000.00\",\"copes\":false}" + EVIDENCE;
    static final String CLEAR =
            ",\"clearance\":{\"riskGone\":true,\"guaranteesKept\":true,\"noNewRisk\":true}" + EVIDENCE;

    static LocalDate today() {
        return LocalDate.now(Clocks.SHANGHAI);
    }

    /** Loads a monitoring line of 8,000 yuan for this year and the one before. */
    Watch withLines() {
        for (int year = today().getYear() - 1; year <= today().getYear(); year++) {
            county.county()
                    .body("""
                    {"purpose":"MONITORING","year":%d,"division":"%s000000","perHead":"8000.00","issuer":"县","source":"县〔%d〕1号"}""".formatted(year, county.code(), year))
                    .post("/v1/poverty-lines")
                    .then()
                    .statusCode(201);
        }
        return this;
    }

    /** Records what a household earned in the year that ends before a day. */
    UUID earns(String household, LocalDate until, String yuan) {
        UUID id = UUID.randomUUID();
        earns(id, household, until, yuan).statusCode(201);
        return id;
    }

    ValidatableResponse earns(UUID id, String household, LocalDate until, String yuan) {
        return as("surveyor", county.code())
                .body("""
                {"householdId":"%s","from":"%s","to":"%s","statedBy":"户主","lines":[{"item":"A50-1","amount":"%s"}]}""".formatted(county.household(household), until.minusYears(1), until.minusDays(1), yuan))
                .put("/v1/incomes/" + id)
                .then();
    }

    ValidatableResponse tells(String household, String source, String risk) {
        return as("village-officer", county.code())
                .body("{\"householdId\":\"%s\",\"source\":\"%s\",\"risk\":\"%s\",\"toldBy\":\"户主\"}"
                        .formatted(county.household(household), source, risk))
                .post("/v1/monitoring/leads")
                .then();
    }

    /** The open case of a household. */
    String caseOf(String household) {
        return county.county()
                .get("/v1/monitoring?open=true&household=" + county.household(household))
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    ValidatableResponse take(String id, String step, String role, String more) {
        return takeAs(id, step, role, role + " of " + step, more);
    }

    ValidatableResponse takeAs(String id, String step, String role, String person, String more) {
        return Registered.post(
                county,
                role,
                person,
                "/v1/monitoring/" + id + "/steps",
                "{\"step\":\"%s\",\"signers\":[\"黄某\"]%s}".formatted(step, more));
    }

    /** From the lead to the county's decision. */
    void monitored(String id) {
        take(id, "VERIFICATION", "village-officer", FOUND).statusCode(200);
        take(id, "APPRAISAL", "village-officer", MINUTES).statusCode(200);
        take(id, "NOTICE", "village-officer", "").statusCode(200);
        take(id, "REVIEW", "township-officer", "").statusCode(200);
        take(id, "CONFIRMATION", "county-officer", DOCUMENT).statusCode(200);
    }

    /** @return id of the measure */
    String plans(String id, String kind) {
        return take(id, "MEASURE_PLANNED", "village-officer", """
                ,"measure":{"kind":"%s","content":"落实","responsible":"李队员","dueOn":"%s"}""".formatted(kind, today().plusDays(3)))
                .statusCode(200)
                .extract()
                .path("measures[-1].id");
    }

    ValidatableResponse done(String id, String measure) {
        return take(id, "MEASURE_DONE", "village-officer", EVIDENCE + ",\"measureId\":\"" + measure + "\"");
    }

    /** Lets days go by for a case. */
    void daysLater(Session database, String id, int days) {
        CallerScope.run(Caller.system("test"), () -> QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeMutationQuery(
                                "update monitoring_case set due_on = due_on - :days, raised_on = raised_on - :days"
                                        + " where id = :id")
                        .setParameter("days", days)
                        .setParameter("id", UUID.fromString(id))
                        .executeUpdate()));
    }
}
