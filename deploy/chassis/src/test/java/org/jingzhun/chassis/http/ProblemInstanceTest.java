package org.jingzhun.chassis.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.jingzhun.chassis.testing.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemInstanceTest {

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, *",
        "452631196503120005, *",
        "6222020200112230, *",
        "13800138000, *",
        "451031100201, 451031100201",
        "15b69fb2-489b-4f26-894f-138001380001, 15b69fb2-489b-4f26-894f-138001380001",
    })
    void aProblemDoesNotRepeatTheNumberOfAPersonInThePath(String id, String told) {
        given().auth()
                .oauth2(Tokens.of("county-officer", "451031"))
                .get("/v1/jobs/" + id)
                .then()
                .statusCode(404)
                .body("instance", equalTo("/v1/jobs/" + told));
    }
}
