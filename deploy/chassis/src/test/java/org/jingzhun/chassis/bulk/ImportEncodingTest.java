package org.jingzhun.chassis.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.jingzhun.chassis.bulk.Uploads.VILLAGE;
import static org.jingzhun.chassis.bulk.Uploads.ended;
import static org.jingzhun.chassis.bulk.Uploads.gzip;
import static org.jingzhun.chassis.bulk.Uploads.row;
import static org.jingzhun.chassis.bulk.Uploads.rows;
import static org.jingzhun.chassis.bulk.Uploads.upload;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Files in the encodings of Chinese spreadsheets; files of another encoding, kind or year are refused whole. */
@QuarkusTest
class ImportEncodingTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final Charset GBK = Charset.forName("GBK");

    @Inject
    Database database;

    @Test
    void gbkIsImportedFromCsvAndJsonPlainAndPacked() throws IOException {
        String label = "黄秀兰 " + UUID.randomUUID().toString().substring(0, 8);
        byte[] csv = "id,villageCode,label,owner,weight\r\n%s,%s,%s,AB1234,7\r\n"
                .formatted(UUID.randomUUID(), VILLAGE, label)
                .getBytes(GBK);
        byte[] json = row(UUID.randomUUID(), VILLAGE, label).getBytes(GBK);

        assertThat(ended(upload("", "text/csv", csv)).getInt("inserted")).isEqualTo(1);
        assertThat(ended(upload("", NDJSON, json)).getInt("inserted")).isEqualTo(1);
        assertThat(ended(upload("", "text/csv", gzip(csv), "Content-Encoding", "gzip"))
                        .getInt("unchanged"))
                .isEqualTo(1);
        assertThat(ended(upload("", NDJSON + "; charset=gb2312", json)).getInt("unchanged"))
                .isEqualTo(1);
        assertThat(database.count("select count(*) from parcel where label = '" + label + "'"))
                .isEqualTo(2);
    }

    /** "é" in UTF-8 is 茅 in GBK. */
    @Test
    void aFileThatMayBeBothIsRefusedUntilItsSenderSaysWhichItIs() {
        byte[] text = row(UUID.randomUUID(), VILLAGE, "é").getBytes(StandardCharsets.UTF_8);
        upload("", NDJSON, text).statusCode(400).body("code", equalTo("import-encoding-ambiguous"));
        assertThat(ended(upload("", NDJSON + ";charset=utf-8", text)).getInt("inserted"))
                .isEqualTo(1);
    }

    @Test
    void anotherEncodingIsRefusedWithTheOffsetAndNothingIsWritten() throws IOException {
        long before = database.count("select count(*) from import");
        var body = new ByteArrayOutputStream();
        body.write(rows(3000).getBytes(StandardCharsets.UTF_8));
        body.write('\n');
        int behind = body.size();
        body.write(row(UUID.randomUUID(), VILLAGE, "café").getBytes(StandardCharsets.ISO_8859_1));
        int offset = behind
                + new String(body.toByteArray(), StandardCharsets.ISO_8859_1)
                        .substring(behind)
                        .indexOf('é');

        upload("", NDJSON, body.toByteArray())
                .statusCode(400)
                .body("code", equalTo("import-encoding"))
                .body("offset", equalTo(offset))
                .body("line", equalTo(3001));
        upload("", NDJSON, gzip(body.toByteArray()), "Content-Encoding", "gzip")
                .statusCode(400)
                .body("offset", equalTo(offset));
        upload(
                        "",
                        NDJSON + ";charset=utf-8",
                        row(UUID.randomUUID(), VILLAGE, "黄").getBytes(GBK))
                .statusCode(400)
                .body("code", equalTo("import-encoding"));
        upload("", NDJSON + ";charset=utf-16", rows(1).getBytes(StandardCharsets.UTF_16))
                .statusCode(415)
                .body("code", equalTo("import-charset-unsupported"));
        assertThat(database.count("select count(*) from import")).isEqualTo(before);
    }

    @Test
    void aFileOfAnotherKindIsNamed() {
        String crates = "{\"id\":\"%s\",\"shelf\":\"A1\",\"packedIn\":2015}".formatted(UUID.randomUUID());
        upload("", crates)
                .statusCode(400)
                .body("code", equalTo("import-kind-mistaken"))
                .body(
                        "detail",
                        equalTo("The fields are those of the kind crates, not parcels. Send the file with"
                                + " kind=crates. Nothing was imported."));
        upload("", "text/csv", "id,packedIn,shelf\n1,2,3\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("code", equalTo("import-kind-mistaken"));
    }

    @Test
    void aRowOfAnotherYearRefusesTheFile() {
        String dated = rows(2).replace("}", ",\"sentOn\":\"2015-11-30\"}");
        String later = rows(1).replace("}", ",\"sentOn\":\"2016-01-01\"}");
        long before = database.count("select count(*) from parcel");
        upload("&year=2015", dated + "\n" + later)
                .statusCode(400)
                .body("code", equalTo("import-year-wrong"))
                .body("line", equalTo(3));
        upload("&year=x", dated).statusCode(400).body("code", equalTo("import-year-invalid"));
        assertThat(database.count("select count(*) from parcel")).isEqualTo(before);
        assertThat(ended(upload("&year=2015", dated)).getInt("inserted")).isEqualTo(2);
    }

    @Test
    void aFileOfAKindOfOneYearHasNoSecondOneAlsoWhenItDoesNotSayWhich() {
        String crate = "{\"id\":\"%s\",\"shelf\":\"A1\",\"packedIn\":%d}";
        String rows = crate.formatted(UUID.randomUUID(), 2015) + "\n" + crate.formatted(UUID.randomUUID(), 2016);
        long before = database.count("select count(*) from import");
        crates(rows).statusCode(400).body("code", equalTo("import-years-mixed")).body("line", equalTo(2));
        assertThat(database.count("select count(*) from import")).isEqualTo(before);
        crates(crate.formatted(UUID.randomUUID(), 2016)).statusCode(202);
    }

    private static ValidatableResponse crates(String rows) {
        return given().auth()
                .oauth2(Tokens.of("county-officer", Uploads.COUNTY))
                .header("Content-Type", NDJSON)
                .body(rows.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=crates")
                .then();
    }
}
