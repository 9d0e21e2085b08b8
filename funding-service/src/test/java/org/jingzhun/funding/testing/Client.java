package org.jingzhun.funding.testing;

import static io.restassured.RestAssured.given;
import static org.jingzhun.funding.testing.Soon.soon;

import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.Tokens;

/** Calls the service as other systems do; every answer is held against the contract. */
public final class Client {

    private static final Filter CONTRACT = Contract.filter();

    private Client() {}

    public static RequestSpecification as(String role, String area) {
        return as(role, area, role + "@" + area);
    }

    /** The same role may be held by several persons. */
    public static RequestSpecification as(String role, String area, String person) {
        return given().filter(CONTRACT)
                .auth()
                .oauth2(Tokens.of(role, area, person))
                .header("Purpose", "story")
                .contentType(ContentType.JSON);
    }

    /** Waits until a job has ended and gives it. */
    public static JsonPath ended(String role, String area, String job) {
        return soon().until(
                        () -> as(role, area).get("/v1/jobs/" + job).jsonPath(),
                        path -> List.of("SUCCEEDED", "FAILED", "CANCELLED").contains(path.getString("state")));
    }

    /** A county with its office: one area, one role each, two persons in the finance office. */
    public record County(String code) {

        /** Writes and computes plans. */
        public RequestSpecification author() {
            return as("finance-officer", code, "author@" + code);
        }

        public RequestSpecification reviewer() {
            return as("finance-officer", code, "reviewer@" + code);
        }

        public RequestSpecification head() {
            return as("county-officer", code, "head@" + code);
        }

        public RequestSpecification auditor() {
            return as("auditor", code);
        }

        public String village(int number) {
            return code + "900" + (200 + number);
        }

        /** Records a source and gives its id. */
        public String source(String name) {
            return source(name, "SPECIAL_FUND");
        }

        public String source(String name, String kind) {
            return author().body(Map.of("name", name, "kind", kind, "level", "CENTRAL"))
                    .post("/v1/sources")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        /** Records a budget line of 2016 and gives the whole answer. */
        public JsonPath budget(String source, String amount, String document) {
            return author().body(Map.of(
                            "county",
                            code + "000000",
                            "year",
                            2016,
                            "source",
                            source,
                            "amount",
                            amount,
                            "documentNumber",
                            document,
                            "issuedOn",
                            "2016-03-01"))
                    .post("/v1/budgets")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
        }

        /** Draws up a plan of 2016 and gives its id. */
        public String plan(String source, String amount, Map<String, Object> parameters) {
            return author().body(Map.of(
                            "source",
                            source,
                            "year",
                            2016,
                            "amount",
                            amount,
                            "mode",
                            "FACTOR",
                            "parameters",
                            parameters))
                    .post("/v1/allocation-plans")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        /** Computes a plan and gives the job as it ended. */
        public JsonPath computed(String plan) {
            String job = author().post("/v1/allocation-plans/" + plan + "/computation")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
            return Client.ended("county-officer", code, job);
        }

        public ValidatableResponse step(RequestSpecification person, String plan, String step) {
            return person.body(Map.of("step", step))
                    .post("/v1/allocation-plans/" + plan + "/steps")
                    .then();
        }
    }
}
