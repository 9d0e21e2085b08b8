package org.jingzhun.identification.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.pollinterval.PollInterval;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.Tokens;

/** Calls the service as other systems do. */
public final class Client {

    private static final Filter CONTRACT = Contract.filter();

    /** Most jobs of tests take some tens of milliseconds, few take seconds. */
    private static final PollInterval SOON_THEN_SELDOM = (polls, last) -> Duration.ofMillis(Math.min(10L * polls, 100));

    private static final Pattern ENDED = Pattern.compile("\"state\":\"(SUCCEEDED|FAILED|CANCELLED)\"");

    private Client() {}

    public static RequestSpecification as(String role, String area) {
        return forNoPurpose(role, area).header("Purpose", "story");
    }

    /** Somebody who does not say why. */
    public static RequestSpecification forNoPurpose(String role, String area) {
        return given().filter(CONTRACT).auth().oauth2(Tokens.of(role, area)).contentType(ContentType.JSON);
    }

    /** Imports rows as the system of the whole region and waits until they are merged. */
    public static JsonPath imported(String kind, List<String> rows) {
        return imported("system", "45", kind, rows);
    }

    /** Imports rows and waits until they are merged. */
    public static JsonPath imported(String role, String area, String kind, List<String> rows) {
        return finished(role, area, upload(role, area, "kind=" + kind, rows));
    }

    /** Uploads rows and gives the id of the job that merges them. */
    public static String upload(String role, String area, String query, List<String> rows) {
        return as(role, area)
                .contentType("application/x-ndjson")
                .body((String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?" + query)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Imports what a department knows of people's property. */
    public static JsonPath importedFrom(String source, List<String> rows) {
        return finished("system", "45", upload("system", "45", "kind=asset-records&source=" + source, rows));
    }

    /** Waits for the end of a job and gives its result. */
    public static JsonPath finished(String role, String area, String job) {
        String answer = await().atMost(Duration.ofMinutes(2))
                .pollInterval(SOON_THEN_SELDOM)
                .until(() -> as(role, area).get("/v1/jobs/" + job).asString(), text -> ENDED.matcher(text)
                        .find());
        JsonPath end = JsonPath.from(answer);
        assertThat(end.getString("state")).as(answer).isEqualTo("SUCCEEDED");
        end.setRootPath("result");
        return end;
    }

    /** The rejections of an import as {@code line pointer code}. */
    public static List<String> rejections(JsonPath result) {
        return rejections("system", "45", result);
    }

    /** The same of an import of somebody else. */
    public static List<String> rejections(String role, String area, JsonPath result) {
        List<String> lines = as(role, area)
                .accept("application/x-ndjson")
                .get("/v1/imports/" + result.getString("importId") + "/rejections")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
        return lines.stream()
                .map(JsonPath::from)
                .map(row -> row.getLong("line") + " " + row.getString("pointer") + " " + row.getString("code"))
                .toList();
    }
}
