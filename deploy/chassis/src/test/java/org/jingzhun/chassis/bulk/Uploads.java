package org.jingzhun.chassis.bulk;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jingzhun.chassis.testing.Tokens;

/** Uploads parcels as a client does. */
final class Uploads {

    static final String COUNTY = "451031";
    static final String VILLAGE = "451031100201";

    private Uploads() {}

    static String row(UUID id, String village, String label) {
        return """
                {"id":"%s","villageCode":"%s","label":"%s","owner":"AB1234","weight":7}\
                """.formatted(id, village, label);
    }

    static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> row(UUID.randomUUID(), VILLAGE, "parcel " + number))
                .collect(Collectors.joining("\n"));
    }

    static ValidatableResponse upload(String query, String type, byte[] body, String... headers) {
        var request = given().auth()
                .oauth2(Tokens.of("county-officer", COUNTY))
                .header("Content-Type", type)
                .body(body);
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return request.post("/v1/imports?kind=parcels" + query).then();
    }

    static ValidatableResponse upload(String query, String body) {
        return upload(query, "application/x-ndjson", body.getBytes(StandardCharsets.UTF_8));
    }

    static JsonPath get(String path) {
        return given().auth()
                .oauth2(Tokens.of("county-officer", COUNTY))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Waits for the job's end; the import as it then stands. */
    static JsonPath ended(ValidatableResponse uploaded) {
        String id = uploaded.statusCode(202)
                .header("Location", startsWith("/v1/jobs/"))
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> get("/v1/jobs/" + id).getString("state"),
                        state -> List.of("SUCCEEDED", "FAILED", "CANCELLED").contains(state));
        return get("/v1/imports/" + id);
    }

    static JsonPath rejections(JsonPath ended) {
        return get("/v1/imports/" + ended.getString("id") + "/rejections?limit=1000");
    }

    static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
