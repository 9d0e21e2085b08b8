package org.jingzhun.chassis.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.parcel.ParcelImport;
import org.jingzhun.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BulkImportTest {

    private static final String COUNTY = "451031";
    private static final String VILLAGE = "451031100201";

    @Inject
    Database database;

    @Inject
    ImportSweep sweep;

    private static String row(UUID id, String village, String label) {
        return """
                {"id":"%s","villageCode":"%s","label":"%s","owner":"AB1234","weight":7}\
                """.formatted(id, village, label);
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> row(UUID.randomUUID(), VILLAGE, "parcel " + number))
                .collect(Collectors.joining("\n"));
    }

    private static ValidatableResponse upload(String query, String type, byte[] body, String... headers) {
        var request = given().auth()
                .oauth2(Tokens.of("county-officer", COUNTY))
                .header("Content-Type", type)
                .body(body);
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return request.post("/v1/imports?kind=parcels" + query).then();
    }

    private static ValidatableResponse upload(String query, String body) {
        return upload(query, "application/x-ndjson", body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonPath get(String path) {
        return given().auth()
                .oauth2(Tokens.of("county-officer", COUNTY))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Waits for the job's end; the import as it then stands. */
    private static JsonPath ended(ValidatableResponse uploaded) {
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

    private static JsonPath rejections(JsonPath ended) {
        return get("/v1/imports/" + ended.getString("id") + "/rejections?limit=1000");
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    @Test
    void oneMalformedLineAmongAHundredThousandIsOneRejection() throws IOException {
        List<String> lines = rows(100_000).lines().collect(Collectors.toList());
        lines.set(49_999, "{\"id\": \"" + UUID.randomUUID() + "\", \"unknown\": 1, \"villageCode\": [}");
        byte[] body = gzip(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));

        JsonPath ended = ended(upload("", "application/x-ndjson", body, "Content-Encoding", "gzip"));

        assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
        assertThat(ended.getInt("lines")).isEqualTo(100_000);
        assertThat(ended.getInt("inserted")).isEqualTo(99_999);
        assertThat(ended.getInt("rejected")).isEqualTo(1);
        JsonPath rejections = rejections(ended);
        assertThat(rejections.getList("items.line")).containsExactly(50_000);
        assertThat(rejections.getList("items.code")).containsExactly("malformed-row");
        assertThat(rejections.getList("items.row")).containsExactly(lines.get(49_999));
        assertThat(database.count(
                        "select count(*) from staging_parcel where import_id = ?",
                        UUID.fromString(ended.getString("id"))))
                .isZero();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String body = rows(2500);
        assertThat(ended(upload("", body)).getInt("inserted")).isEqualTo(2500);

        JsonPath again = ended(upload("", body));

        assertThat(again.getInt("inserted")).isZero();
        assertThat(again.getInt("updated")).isZero();
        assertThat(again.getInt("unchanged")).isEqualTo(2500);
        JsonPath changed = ended(upload("", body.replace("parcel 7\"", "parcel seven\"")));
        assertThat(changed.getInt("updated")).isEqualTo(1);
        assertThat(changed.getInt("unchanged")).isEqualTo(2499);
        assertThat(database.column("select revision from parcel where label = 'parcel seven'"))
                .contains(2L);
    }

    @Test
    void theStatisticsOfAFilledTableAreRefreshedAtOnce() {
        String analyzed = "select coalesce(sum(analyze_count), 0) from pg_stat_user_tables where relname = 'parcel'";
        long before = database.count(analyzed);

        ended(upload("", rows(2500)));

        await().untilAsserted(() -> assertThat(database.count(analyzed)).isGreaterThan(before));
    }

    @Test
    void csvAndNdjsonSayTheSame() {
        UUID id = UUID.randomUUID();
        String csv = """
                \uFEFFvillageCode,id,label,owner,weight,sentOn,price,size,tags,fragile
                %s,%s,"a ""quoted"", long\nlabel",AB1234,12,2015-10-31,12.5,LARGE,one two,true
                """.formatted(VILLAGE, id);
        assertThat(ended(upload("", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                        .getInt("inserted"))
                .isEqualTo(1);

        JsonPath again = ended(upload("", """
                {"id":"%s","villageCode":"%s","label":"a \\"quoted\\", long\\nlabel","owner":"AB1234","weight":12,\
                "sentOn":"2015-10-31","price":"12.50","size":"LARGE","tags":["one","two"],"fragile":true}
                """.formatted(id, VILLAGE)));

        assertThat(again.getInt("unchanged")).isEqualTo(1);
        assertThat(database.column("select price from parcel where id = ?", id)).containsExactly(1250L);
    }

    @Test
    void textSurvivesTheWayWhateverItHolds() {
        UUID id = UUID.randomUUID();
        String label = "\\N \\. \t 隆林 \uD83C\uDF3E ' \" é \r\n $1";
        String json = label.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\"", "\\\"")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
        assertThat(ended(upload("", row(id, VILLAGE, json))).getInt("inserted")).isEqualTo(1);
        assertThat(database.column("select label from parcel where id = ?", id)).containsExactly(label);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"x\"                       | /id          | not-uuid",
                "\"villageCode\":\"45103110020\"    | /villageCode | not-division",
                "\"villageCode\":451031100201       | /villageCode | not-text",
                "\"villageCode\":\"511024100201\"   | /villageCode | outside-your-area",
                "\"villageCode\":\"451031100999\"   | /villageCode | unknown-village",
                "\"label\":\"\"                     | /label       | missing-field",
                "\"label\":null                     | /label       | missing-field",
                "\"label\":\"\\u0000\"              | /label       | unusable-character",
                "\"label\":\"\\ud800\"              | /label       | unusable-character",
                "\"label\":\"01234567890123456789012345678901234567890\" | /label | too-long",
                "\"label\":\"refused by the database\" | ``          | conflicts-with-stored-data",
                "\"owner\":\"nobody\"               | /owner       | not-matching",
                "\"weight\":1001                    | /weight      | not-integer",
                "\"weight\":1.5                     | /weight      | not-integer",
                "\"weight\":99999999999999999999    | /weight      | not-integer",
                "\"weight\":501,\"size\":\"SMALL\"  | /weight      | too-heavy",
                "\"sentOn\":\"2015-02-29\"          | /sentOn      | not-date",
                "\"price\":\"1.234\"                | /price       | not-money",
                "\"price\":\"-1\"                   | /price       | not-money",
                "\"size\":\"HUGE\"                  | /size        | not-allowed-value",
                "\"tags\":[\"a\",[\"b\"],{\"c\":1}] | /tags        | not-text",
                "\"tags\":[\"a\",\"b\",\"c\",\"d\"] | /tags        | not-list",
                "\"tags\":\"a\"                     | /tags        | not-list",
                "\"fragile\":\"true\"               | /fragile     | not-boolean",
                "\"colour\":{\"deep\":[1,2]}        | /colour      | unknown-field-in-row",
                "\"weight\":7,\"weight\":8          | /weight      | repeated-field"
            })
    void aFaultNamesItsFieldAndHarmsNoOtherRow(String fault, String pointer, String code) {
        String good = row(UUID.randomUUID(), VILLAGE, "good");
        String name = fault.substring(1, fault.indexOf('"', 1));
        String bad = good.replaceFirst(
                UUID.fromString(good.substring(7, 43)).toString(),
                UUID.randomUUID().toString());
        bad = bad.contains("\"" + name + "\"")
                ? bad.replaceFirst("\"" + name + "\":(\"[^\"]*\"|\\d+)", fault.replace("\\", "\\\\"))
                : bad.replace("}", "," + fault + "}");

        JsonPath ended = ended(upload("", bad + "\n" + good));

        assertThat(ended.getInt("inserted")).isEqualTo(1);
        JsonPath rejections = rejections(ended);
        assertThat(rejections.getList("items.line")).containsExactly(1);
        assertThat(rejections.getString("items[0].pointer")).isEqualTo(pointer);
        assertThat(rejections.getString("items[0].code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"{", "nonsense", "[]", "1", "{} {}", "{\"id\":1}}", "{\"weight\":01}"})
    void aLineThatIsNoObjectIsOneRejection(String line) {
        JsonPath ended = ended(upload("", rows(1) + "\n\n" + line + "\n" + rows(1)));
        assertThat(ended.getInt("inserted")).isEqualTo(2);
        assertThat(rejections(ended).getList("items.line")).containsExactly(3);
        assertThat(rejections(ended).getList("items.code")).containsExactly("malformed-row");
    }

    @Test
    void brokenUtf8AndEndlessLinesSpoilOnlyThemselves() throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(rows(1).getBytes(StandardCharsets.UTF_8));
        body.write("\n{\"label\":\"".getBytes(StandardCharsets.UTF_8));
        body.write(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
        body.write("\"}\n".getBytes(StandardCharsets.UTF_8));
        body.write("x".repeat(3_000_000).getBytes(StandardCharsets.UTF_8));
        body.write(("\n" + rows(1)).getBytes(StandardCharsets.UTF_8));

        JsonPath ended = ended(upload("", "application/x-ndjson", body.toByteArray()));

        assertThat(ended.getInt("inserted")).isEqualTo(2);
        assertThat(rejections(ended).getList("items.code")).containsExactly("malformed-row", "line-too-long");
        assertThat(rejections(ended).getString("items[1].row")).hasSize(2000);
    }

    @Test
    void ofRepeatedRowsTheFirstGoesIn() {
        UUID id = UUID.randomUUID();
        JsonPath ended = ended(upload("", row(id, VILLAGE, "first") + "\n" + row(id, VILLAGE, "second")));
        assertThat(database.column("select label from parcel where id = ?", id)).containsExactly("first");
        assertThat(rejections(ended).getString("items[0].detail")).contains("(1)");
        assertThat(rejections(ended).getString("items[0].row")).contains("\"label\": \"second\"");
    }

    @Test
    void whatBelongsToAnotherAreaIsNotOverwritten() {
        UUID id = UUID.randomUUID();
        database.execute(
                "insert into parcel (id, village_code, label, owner_hash, weight) values (?, 511024100201, 'theirs', '', 1)",
                id);
        JsonPath ended = ended(upload("", rows(3) + "\n" + row(id, VILLAGE, "mine") + "\n" + rows(3)));
        assertThat(ended.getInt("inserted")).isEqualTo(6);
        assertThat(rejections(ended).getList("items.code")).containsExactly("outside-your-area");
        assertThat(rejections(ended).getList("items.line")).containsExactly(4);
        assertThat(database.column("select label from parcel where id = ?", id)).containsExactly("theirs");
    }

    @ParameterizedTest
    @CsvSource({"not json", "'{\"id\":1}'", "refused by the database"})
    void withAtomicOneBadRowStopsAll(String fault) {
        String bad = fault.startsWith("refused") ? row(UUID.randomUUID(), VILLAGE, fault) : fault;
        String marked = rows(1500).replace("parcel ", "atomic " + fault.length() + " ");
        JsonPath ended = ended(upload("&atomic=true", marked + "\n" + bad));

        assertThat(ended.getString("state")).isEqualTo("FAILED");
        assertThat(ended.getInt("inserted")).isZero();
        assertThat(ended.getInt("rejected")).isEqualTo(1);
        assertThat(rejections(ended).getInt("items[0].line")).isEqualTo(1501);
        assertThat(database.count("select count(*) from parcel where label like ?", "atomic " + fault.length() + " %"))
                .isZero();
        JsonPath job = get("/v1/jobs/" + ended.getString("id"));
        assertThat(job.getString("problem.code")).isEqualTo("import-rejected");
        assertThat(job.getString("problem.detail")).startsWith("1 of 1501 rows");
    }

    @Test
    void anAtomicImportWithoutFaultGoesInAsAWhole() {
        assertThat(ended(upload("&atomic=true", rows(2500))).getInt("inserted")).isEqualTo(2500);
    }

    @Test
    void aMergeThatIsInterruptedGoesOnAndMergesEachLineOnce() {
        ParcelImport.INTERRUPTIONS.set(2);
        JsonPath ended = ended(upload("", rows(4500)));

        assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
        assertThat(ended.getInt("inserted")).isEqualTo(4500);
        assertThat(database.column(
                        "select from_line from merged_lines where import_id = ? order by 1",
                        UUID.fromString(ended.getString("id"))))
                .containsExactly(1L, 1001L, 2001L, 3001L, 4001L);
        assertThat(ParcelImport.INTERRUPTIONS).hasValue(0);
    }

    @Test
    void aMergeThatNeverSucceedsFailsHonestlyAndKeepsWhatWentIn() throws Exception {
        ParcelImport.INTERRUPTIONS.set(1000);
        JsonPath ended = ended(upload("", rows(2500)));
        ParcelImport.INTERRUPTIONS.set(0);

        assertThat(ended.getString("state")).isEqualTo("FAILED");
        assertThat(ended.getInt("inserted")).isEqualTo(2000);
        UUID id = UUID.fromString(ended.getString("id"));
        assertThat(get("/v1/jobs/" + id).getString("problem.code")).isEqualTo("job-gave-up");
        sweep.sweep();
        assertThat(database.count("select count(*) from staging_parcel where import_id = ?", id))
                .isZero();
    }

    @Test
    void whoImportedWhatIsRecordedAndRejectedRowsAreForgottenAfterSomeWeeks() throws Exception {
        JsonPath ended = ended(upload("", "x\n" + rows(1)));
        UUID id = UUID.fromString(ended.getString("id"));
        assertThat(database.column(
                        "select subject from audit where action = 'import-uploaded' and object_id = ?", id.toString()))
                .containsExactly("county-officer@" + COUNTY);
        sweep.sweep();
        assertThat(rejections(ended).getList("items")).hasSize(1);
        database.execute("update import set created_at = now() - interval '31 days' where id = ?", id);
        sweep.sweep();
        assertThat(rejections(ended).getList("items")).isEmpty();
    }

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
                .body("detail", startsWith("There is no import kind ships. The kinds are: parcels"));
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
    void aCsvRowWithAnotherNumberOfCellsIsOneRejection() {
        String csv =
                "id,villageCode,label,owner,weight\n1,2,3\n%s,%s,fits,AB1234,1\n".formatted(UUID.randomUUID(), VILLAGE);
        JsonPath ended = ended(upload("", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(ended.getInt("inserted")).isEqualTo(1);
        assertThat(rejections(ended).getList("items.code")).containsExactly("malformed-csv-row");
        assertThat(rejections(ended).getList("items.line")).containsExactly(2);
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

    @Test
    void rejectionsCanBeReadByThePieceInTheClientsLanguageAndAsAFile() {
        JsonPath ended = ended(upload("", "x\n".repeat(7)));
        String path = "/v1/imports/" + ended.getString("id") + "/rejections";
        JsonPath piece = get(path + "?limit=3");
        assertThat(piece.getList("items.line")).containsExactly(1, 2, 3);
        assertThat(get(path + "?limit=5&after=" + piece.getString("next")).getList("items.line"))
                .containsExactly(4, 5, 6, 7);
        String chinese = given().auth()
                .oauth2(Tokens.of("county-officer", COUNTY))
                .header("Accept-Language", "zh-CN")
                .accept("text/csv")
                .get(path)
                .asString();
        assertThat(chinese.lines()).hasSize(8);
        assertThat(chinese).contains("该行不是 JSON 对象");
        for (String stranger : List.of(Tokens.of("surveyor", COUNTY), Tokens.of("county-officer", "511024"))) {
            given().auth().oauth2(stranger).get(path).then().statusCode(404);
        }
        given().auth().oauth2(Tokens.of("auditor", COUNTY)).get(path).then().statusCode(403);
    }

    @Test
    void theStagedRowsOfACancelledImportAreSweptAway() throws Exception {
        UUID id = UUID.randomUUID();
        database.execute(
                "insert into job (id, kind, state, input, caller_subject, caller_name, caller_roles, area_from, area_to,"
                        + " finished_at) values (?, 'import', 'CANCELLED', '{}', 'x', 'x', '{}', 0, 1, now())",
                id);
        database.execute(
                "insert into import (id, kind, parameters, atomic, lines, staged_in) values (?, 'parcels', '{}', false,"
                        + " 1, 'staging_parcel')",
                id);
        database.execute(
                "insert into staging_parcel (import_id, line, id, village_code, label, weight) values (?, 1, ?, 1, '', 1)",
                id,
                id);
        sweep.sweep();
        assertThat(database.count("select count(*) from staging_parcel where import_id = ?", id))
                .isZero();
    }

    @Test
    void theFormatKnowsItsStagingTable() throws IOException {
        try (InputStream migration = getClass().getResourceAsStream("/db/migration/V002__parcel.sql")) {
            assertThat(migration).isNotNull();
            assertThat(new String(migration.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(ParcelImport.format().ddl());
        }
    }
}
