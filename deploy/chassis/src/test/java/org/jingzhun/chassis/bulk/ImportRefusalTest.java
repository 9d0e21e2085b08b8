package org.jingzhun.chassis.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.jingzhun.chassis.bulk.Uploads.COUNTY;
import static org.jingzhun.chassis.bulk.Uploads.ended;
import static org.jingzhun.chassis.bulk.Uploads.gzip;
import static org.jingzhun.chassis.bulk.Uploads.rows;
import static org.jingzhun.chassis.bulk.Uploads.upload;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that are no import at all. */
@QuarkusTest
class ImportRefusalTest {

    @Inject
    Database database;

    @Test
    void aBombIsRefusedAndLeavesNothing() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            byte[] line = (" ".repeat(1023) + "\n").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 64 * 1024; i++) {
                out.write(line);
            }
        }
        long before = database.count("select count(*) from import");
        upload("", "application/x-ndjson", packed.toByteArray(), "Content-Encoding", "gzip")
                .statusCode(413)
                .body("code", equalTo("import-bomb"));
        upload("", "application/x-ndjson", "no gzip".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip")
                .statusCode(400)
                .body("code", equalTo("import-body-broken"));
        byte[] half = gzip(rows(50).getBytes(StandardCharsets.UTF_8));
        upload("", "application/x-ndjson", java.util.Arrays.copyOf(half, half.length / 2), "Content-Encoding", "gzip")
                .statusCode(400)
                .body("code", equalTo("import-body-broken"));
        upload("", "application/x-ndjson", half, "Content-Encoding", "br")
                .statusCode(415)
                .body("code", equalTo("media-encoding-unsupported"));
        assertThat(database.count("select count(*) from import")).isEqualTo(before);
    }

    @Test
    void whatCannotBeAnImportIsRefusedAtOnce() {
        upload("", "").statusCode(400).body("code", equalTo("import-body-empty"));
        upload("", "\n\n").statusCode(400).body("code", equalTo("import-body-empty"));
        upload("&size=HUGE", rows(1)).statusCode(400).body("code", equalTo("import-parameter-invalid"));
        upload("", "application/json", "{}".getBytes(StandardCharsets.UTF_8)).statusCode(415);
        given().auth()
                .oauth2(Tokens.of("county-officer", COUNTY))
                .header("Content-Type", "application/x-ndjson")
                .body(rows(1).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=ships")
                .then()
                .statusCode(400)
                .body("code", equalTo("import-kind-unknown"))
                .body("detail", startsWith("There is no import kind ships. The kinds are: boxes, crates, parcels"));
        given().auth()
                .oauth2(Tokens.of("surveyor", COUNTY))
                .header("Content-Type", "application/x-ndjson")
                .body(rows(1).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=parcels")
                .then()
                .statusCode(403);
    }

    @Test
    void aBodyOfNoTypeIsRefused() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(
                        ConfigProvider.getConfig().getValue("test.url", String.class) + "/v1/imports?kind=parcels"))
                .header("Authorization", "Bearer " + Tokens.of("county-officer", COUNTY))
                .POST(HttpRequest.BodyPublishers.ofString(rows(1)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).contains("\"unsupported-media-type\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,villageCode,label,owner,weight,colour | import-columns-unknown",
                "id,villageCode,label,owner               | import-columns-missing",
                "id,id,villageCode,label,owner,weight     | import-columns-repeated"
            })
    void aHeaderThatDoesNotFitIsRefusedAtOnce(String header, String code) {
        upload("", "text/csv", (header + "\n1,2,3\n").getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("code", equalTo(code));
    }

    @Test
    void columnsMayHaveTheNamesThatOfficesGiveThemAndAnUnknownOneIsNamedWithTheNearest() {
        String row = "%s,%s001001,表一,AB1234,7\n".formatted(UUID.randomUUID(), COUNTY);
        byte[] csv = ("编号,村代码,标签,收件人,重量\n" + row).getBytes(StandardCharsets.UTF_8);
        assertThat(ended(upload("", "text/csv", csv)).getInt("inserted")).isEqualTo(1);
        upload("", "text/csv", ("编号,村代码,标签,收货人,wieght\n" + row).getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("code", equalTo("import-columns-unknown"))
                .body(
                        "detail",
                        startsWith("The CSV header has columns that this kind does not know: 收货人 (收件人?), wieght"));
        upload("", "text/csv", ("编号,id,村代码,标签,收件人,重量\n" + row).getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("code", equalTo("import-columns-repeated"));
    }

    @Test
    void aClientThatGoesAwayInTheMiddleLeavesNothing() throws Exception {
        long before = database.count("select count(*) from job");
        URL service = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class))
                .toURL();
        String marked = rows(5000).replace("parcel", "abandoned");
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/imports?kind=parcels HTTP/1.1\r\nHost: test\r\nContent-Type: application/x-ndjson\r\n"
                            + "Content-Length: 10000000\r\nAuthorization: Bearer "
                            + Tokens.of("county-officer", COUNTY) + "\r\n\r\n" + marked)
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            await().until(() -> database.count("select count(*) from pg_stat_progress_copy") > 0);
        }
        await().until(() -> database.count("select count(*) from pg_stat_progress_copy") == 0);
        assertThat(database.count("select count(*) from staging_parcel where label like 'abandoned%'"))
                .isZero();
        assertThat(database.count("select count(*) from job")).isEqualTo(before);
        assertThat(ended(upload("", rows(10))).getInt("inserted")).isEqualTo(10);
    }
}
